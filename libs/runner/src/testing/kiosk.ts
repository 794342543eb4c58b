/* eslint-disable no-restricted-imports, no-restricted-globals -- support of tests that run in the real world */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Verdict } from '@fixpoint/model';
import { tempDirectory } from '@fixpoint/testkit';
import { runTarget, type TargetRequest } from '../run-target';

const FIXTURE = join(__dirname, '../../fixtures/pipeline/kiosk');
const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = { darwin: 'macos', win32: 'windows' };

/** The root as tests name it, below the directory that stands for the workspace. */
export const ROOT = 'tools/kiosk';

/** The targets that write, in the order of the pipeline. */
export const PIPELINE = [
  'snapshot',
  'union',
  'wrapper-coverage',
  'report',
  'surface-diff',
  'version-metadata',
];

/** The summary of a verdict without any finding. */
export const CLEAN = { outcome: 'clean', findings: [] };

/** What a test compares of a verdict: the outcome, and `id file` of each finding. */
export function summaryOf({ outcome, findings }: Verdict): { outcome: string; findings: string[] } {
  return { outcome, findings: findings.map(({ id, file }) => `${id} ${file}`) };
}

/** A root around a small program that prints help as clap does, in a workspace of the running test. */
export interface KioskRoot {
  /** Absolute directory that the root is named from. */
  readonly base: string;
  run(target: string, request?: Partial<TargetRequest>): Promise<Verdict>;
  /** The text of a file of the root. */
  read(path: string): string;
  write(path: string, text: string): void;
  remove(path: string): void;
  /** Every file of the root with its text. */
  tree(): Readonly<Record<string, string>>;
}

/** What a root starts from: as it is written by hand, or with everything that is derived from that. */
export type KioskState = 'bare' | 'derived';

/** Gives every test of the enclosing `describe` (or file) a root of its own. */
export function kioskRoot(state: KioskState): KioskRoot {
  const directory = tempDirectory();
  let origin: string;
  beforeAll(async () => {
    origin = realpathSync.native(mkdtempSync(join(tmpdir(), 'fixpoint-kiosk-')));
    copyFixture(join(origin, ROOT));
    if (state === 'derived') await runPipeline(origin);
  });
  afterAll(() => rmSync(origin, { recursive: true, force: true }));
  beforeEach(() => cpSync(origin, directory.path, { recursive: true, preserveTimestamps: true }));
  const absolute = (path: string) => join(directory.path, ROOT, path);
  return {
    get base() {
      return directory.path;
    },
    run: (target, request) => runTarget({ target, root: ROOT, base: directory.path, ...request }),
    read: (path) => readFileSync(absolute(path), 'utf8'),
    write(path, text) {
      mkdirSync(dirname(absolute(path)), { recursive: true });
      writeFileSync(absolute(path), text);
    },
    remove: (path) => rmSync(absolute(path), { recursive: true }),
    tree: () => treeOf(directory.list(), (path) => directory.read(path)),
  };
}

/** Runs everything that writes; throws where it does not go well, since tests start from there. */
export async function runPipeline(base: string): Promise<void> {
  for (const target of PIPELINE) {
    const { outcome, findings } = await runTarget({ target, root: ROOT, base });
    if (outcome !== 'clean') throw new Error(`${target}: ${JSON.stringify(findings)}`);
  }
}

function treeOf(paths: readonly string[], read: (path: string) => string): Record<string, string> {
  return Object.fromEntries(paths.map((path) => [path.slice(ROOT.length + 1), read(path)]));
}

// The program is a script, so its target is the machine that the test runs on.
function copyFixture(destination: string): void {
  cpSync(FIXTURE, destination, { recursive: true });
  const rules = join(destination, 'RULES.json');
  const platform = PLATFORMS[process.platform] ?? 'linux';
  writeFileSync(
    rules,
    readFileSync(rules, 'utf8').replace('"platform": "linux"', `"platform": "${platform}"`),
  );
}
