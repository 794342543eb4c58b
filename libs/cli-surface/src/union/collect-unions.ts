import {
  compareText,
  failure,
  success,
  type Finding,
  type Ports,
  type Result,
  type Scope,
} from '@fixpoint/model';
import { epochTimestamp, type Manifest } from '@fixpoint/surface-formats';
import { readSnapshot, snapshotFile } from '../validate-snapshot';
import { collectHelpPages } from './collect-help-pages';
import { allFindings, badVersion, noSnapshots, unexpectedTarget } from './findings';
import { UNION_RULES } from './rule-sets';
import type { UnionSource } from './source';

/** What was read for the unions of a root. */
export interface UnionFacts {
  /** In order of their names. */
  readonly versions: readonly VersionFacts[];
  /** The time that `SOURCE_DATE_EPOCH` asks for, where the rule set lets it. */
  readonly timestamp?: string;
  /** The run only compares. */
  readonly check?: boolean;
}

/** What was read for one version. */
export interface VersionFacts {
  readonly version: string;
  readonly sources: readonly UnionSource[];
  /** The committed union, where the rule set keeps its time. */
  readonly committed?: string;
}

/** Where the union of a version belongs, relative to the root. */
export function unionFile(version: string): string {
  return snapshotFile(version, 'union');
}

/** Reads the snapshots of the asked version, or of every version that has some. */
export async function collectUnions(
  ports: Ports,
  config: Manifest,
  scope: Scope,
): Promise<Result<UnionFacts>> {
  if (scope.version !== undefined && !VERSION_NAME.test(scope.version)) {
    return failure(badVersion(scope.version, config));
  }
  const files = await ports.files.list([`snapshots/${scope.version ?? '*'}/*.json`]);
  const versions = versionsOf(files, config);
  if (versions.length === 0) return failure(noSnapshots(config, scope.version));
  const results = await Promise.all(versions.map((version) => collectVersion(ports, config, version)));
  const failed = results.filter((result) => !result.ok);
  if (failed.length > 0) return failure(...allFindings(failed));
  const { freeTimestamp, tellsIgnoredFiles } = UNION_RULES[config.rulesSchemaVersion];
  const facts = results.flatMap((result) => (result.ok ? [result.value] : []));
  const timestamp =
    freeTimestamp && !scope.check ? epochTimestamp(ports.machine.env('SOURCE_DATE_EPOCH')) : undefined;
  return success(
    { versions: facts, timestamp, check: scope.check },
    tellsIgnoredFiles ? ignoredFiles(files, config) : [],
  );
}

// A directory name, and nothing that a glob or a path would read as more.
const VERSION_NAME = /^[0-9A-Za-z][0-9A-Za-z.+_-]*$/;

async function collectVersion(
  { files }: Ports,
  config: Manifest,
  version: string,
): Promise<Result<VersionFacts>> {
  const rules = UNION_RULES[config.rulesSchemaVersion];
  const pages = rules.readsHelpPages ? await files.list([`raw_help/${version}/*/**/help.txt`]) : [];
  const captured = new Set(pages);
  const results = await Promise.all(
    config.targets.expected.map(async (target): Promise<Result<readonly UnionSource[]>> => {
      const file = snapshotFile(version, target);
      const text = await files.readText(file);
      if (text === undefined) return success([]);
      const read = readSnapshot(text, { file, target, version }, config);
      if (!read.ok) return read;
      const snapshot = read.value;
      const helpPages = await collectHelpPages(files, { version, target, snapshot, captured });
      return success([{ target, snapshot, helpPages }]);
    }),
  );
  const failed = results.filter((result) => !result.ok);
  if (failed.length > 0) return failure(...allFindings(failed));
  const sources = results.flatMap((result) => (result.ok ? result.value : []));
  const committed = rules.freeTimestamp ? await files.readText(unionFile(version)) : undefined;
  return success({ version, sources, committed });
}

interface SnapshotName {
  readonly version: string;
  readonly target: string;
}

function nameOf(file: string): SnapshotName {
  const [, version = '', name = ''] = file.split('/');
  return { version, target: name.replace(/\.json$/, '') };
}

// A directory that holds no snapshot of an expected target has no union; a union committed there is an orphan.
function versionsOf(files: readonly string[], { targets }: Manifest): string[] {
  const names = files.map(nameOf).filter(({ target }) => targets.expected.includes(target));
  return [...new Set(names.map(({ version }) => version))].sort(compareText);
}

function ignoredFiles(files: readonly string[], config: Manifest): Finding[] {
  const claimed = [...config.targets.expected, 'union'];
  return files
    .filter((file) => !claimed.includes(nameOf(file).target))
    .map((file) => unexpectedTarget(file, nameOf(file).target, config));
}
