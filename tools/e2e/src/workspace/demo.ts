import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { E2eWorkspace } from './e2e-workspace';

const FIXTURE = join(__dirname, '../../fixtures/demo');
const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = { darwin: 'macos', win32: 'windows' };

/** The manifest of the demo, its upstream program (in no project) and its wrapper. */
export const ROOT = 'cli_manifests/demo';
export const RULES = `${ROOT}/RULES.json`;
export const BINARY = 'tools/demo/bin/demo';
export const WRAPPER = 'libs/demo-wrapper';
export const COVERAGE = `${WRAPPER}/src/coverage.ts`;
export const BAKE = `${WRAPPER}/src/bake.ts`;

/** What is derived for the demo. */
export const SNAPSHOT = `${ROOT}/snapshots/1.0.0/here.json`;
export const UNION = `${ROOT}/snapshots/1.0.0/union.json`;
export const WRAPPER_COVERAGE = `${ROOT}/wrapper_coverage.json`;
export const EVIDENCE = `${ROOT}/wrapper_evidence.json`;
export const REPORTS = `${ROOT}/reports/1.0.0`;
export const HISTORY = [`${ROOT}/history.json`, `${ROOT}/history.md`];
export const METADATA = `${ROOT}/versions/1.0.0.json`;
export const DERIVED = [
  SNAPSHOT,
  UNION,
  WRAPPER_COVERAGE,
  EVIDENCE,
  ...['coverage.all.json', 'coverage.any.json', 'coverage.here.json', 'work-queue.md'].map(
    (name) => `${REPORTS}/${name}`,
  ),
  ...HISTORY,
  METADATA,
];

/** The targets at the ends of the pipeline; all others run before them. */
export const ENDS = ['surface-diff', 'version-metadata'];

/** Tasks of the demo by their targets, as runs name them. */
export function tasksOf<T>(answers: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(answers).map(([target, answer]) => [`demo:${target}`, answer]));
}

/** Writes what a user would write by hand: a marker, a wrapper, and the program it wraps. */
export function writeDemo(workspace: E2eWorkspace): void {
  const fixture = (name: string): string => readFileSync(join(FIXTURE, name), 'utf8');
  // The program is a script, so its target is the machine that the tests run on.
  const platform = PLATFORMS[process.platform] ?? 'linux';
  workspace.write(RULES, fixture('RULES.json').replace('"platform": "linux"', `"platform": "${platform}"`));
  workspace.write(BINARY, fixture('demo.sh'));
  chmodSync(join(workspace.path, BINARY), 0o755);
  workspace.write(COVERAGE, fixture('coverage.ts'));
  workspace.write(BAKE, fixture('bake.ts'));
  workspace.write(`${WRAPPER}/project.json`, '{ "name": "demo-wrapper", "targets": {} }\n');
}
