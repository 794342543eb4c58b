import { mkdirSync, readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { compare, valid } from 'semver';
import { linkTree } from '../workspaces/link-tree';
import { WORKSPACE, type SnapshotRecord } from './subject';

/** How many of what a fleet has. */
export interface FleetSize {
  readonly tools: number;
  readonly versions: number;
}

const PLATFORMS = {
  'linux-x64': 'linux',
  'linux-arm64': 'linux',
  'darwin-arm64': 'macos',
  'win32-x64': 'windows',
};
const REQUIRED = 'linux-x64';
/** Of so many flags one is left out, another one for each version and target, so that surfaces differ. */
const THINNING = 97;

/**
 * Writes the roots of many tools below a directory: each has the newest committed snapshot of one of the real tools, in turn,
 * as so many versions on four targets, and a wrapper that covers every second command.
 */
export function makeFleet(directory: string, { tools, versions }: FleetSize): void {
  const models = realSnapshots();
  const templates = models.slice(0, tools).map((model, index) => {
    const template = join(dirname(directory), `${basename(directory)}-models`, `m${index}`);
    writeTool(template, model, versions);
    return template;
  });
  for (let index = 0; index < tools; index++)
    linkTree(templates[index % templates.length] as string, join(directory, `t${index}`));
}

function realSnapshots(): SnapshotRecord[] {
  const libraries = join(WORKSPACE, 'libs');
  return readdirSync(libraries)
    .sort()
    .map((name) => join(libraries, name, 'cli_manifest/snapshots'))
    .filter((snapshots) => existsSync(snapshots))
    .flatMap((snapshots) => {
      const newest = readdirSync(snapshots)
        .filter((name) => valid(name) !== null)
        .sort(compare)
        .at(-1);
      const directory = join(snapshots, newest ?? '');
      const file = readdirSync(directory).find((name) => name !== 'union.json' && name.endsWith('.json'));
      return file === undefined
        ? []
        : [JSON.parse(readFileSync(join(directory, file), 'utf8')) as SnapshotRecord];
    });
}

function writeTool(project: string, model: SnapshotRecord, versions: number): void {
  const root = join(project, 'cli_manifest');
  const targets = Object.entries(PLATFORMS).map(([target, platform]) => [
    target,
    { platform, ...(target === REQUIRED && { required: true }) },
  ]);
  writeJson(join(root, 'RULES.json'), {
    rules_schema_version: 2,
    tool: { name: model['tool'] },
    targets: Object.fromEntries(targets) as unknown,
    wrapper: { source: { file: '../src/coverage.json' } },
  });
  writeJson(join(project, 'src/coverage.json'), coverageOf(model));
  for (let version = 0; version < versions; version++) {
    for (const [index, [target, os]] of Object.entries(PLATFORMS).entries()) {
      const file = join(root, 'snapshots', `1.${version}.0`, `${target}.json`);
      writeJson(
        file,
        relabel(model, { version: `1.${version}.0`, target, os, thinned: version * 4 + index }),
      );
    }
  }
}

function coverageOf({ commands }: SnapshotRecord): object {
  const coverage = commands
    .filter((_, index) => index % 2 === 0)
    .map(({ path, flags, args }) => ({
      path,
      level: 'explicit',
      ...(flags && { flags: flags.map(({ long, short }) => ({ key: long ?? short, level: 'explicit' })) }),
      ...(args && { args: args.map(({ name }) => ({ name, level: 'explicit' })) }),
    }));
  return { schema_version: 1, coverage };
}

interface Label {
  readonly version: string;
  readonly target: string;
  readonly os: string;
  readonly thinned: number;
}

function relabel(model: SnapshotRecord, { version, target, os, thinned }: Label): SnapshotRecord {
  const snapshot = structuredClone(model);
  Object.assign(snapshot.binary, {
    target_triple: target,
    platform: { os, arch: target.endsWith('x64') ? 'x86_64' : 'aarch64' },
    semantic_version: version,
    version_output: version,
  });
  let seen = 0;
  for (const command of snapshot.commands) {
    const kept = command.flags?.filter(() => seen++ % THINNING !== thinned % THINNING);
    if (kept?.length === 0) delete command.flags;
    else if (kept !== undefined) command.flags = kept;
  }
  return snapshot;
}

function writeJson(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
