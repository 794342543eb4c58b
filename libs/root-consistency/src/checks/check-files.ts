import type { Finding } from '@fixpoint/model';
import {
  fixCommand,
  shellWord,
  POINTER_KINDS,
  pointerFile,
  versionMetadataFile,
  type Manifest,
} from '@fixpoint/surface-formats';
import { problemOf } from '../problem-at';
import { isBelow, segment, type RootFacts } from '../root-facts';

/** Directories whose second part is a version. */
const BY_VERSION = ['snapshots', 'reports', 'validations', 'raw_help'] as const;

/**
 * Files and directories that nothing in the root refers to, and directories that cannot be looked into.
 *
 * @req FP-ROOT-001
 */
export function checkFiles(facts: RootFacts, manifest: Manifest): readonly Finding[] {
  const measured = measuredVersions(facts, manifest);
  const known = knownVersions(facts, measured);
  const strange = strangeDirectories(facts, known);
  const isInside = (path: string): boolean => strange.some((directory) => isBelow(path, directory));
  return [
    ...[...facts.unlisted].map(([directory, reason]) =>
      problemOf(directory, {
        id: 'directory-unreadable',
        message: `${directory} cannot be listed: ${reason}`,
        fix: `make ${directory} a directory whose files all lie in the root`,
      }),
    ),
    ...strange.map((directory) =>
      unknownVersion(directory, { manifest, isMeasured: measured.has(segment(directory, 1)) }),
    ),
    ...facts.files
      .filter((path) => !isInside(path) && !facts.owned.has(path) && !isExpected(path, manifest))
      .map((path) => unreferenced(path, manifest)),
  ];
}

function measuredVersions({ files }: RootFacts, manifest: Manifest): ReadonlySet<string> {
  return new Set(files.filter((path) => isSnapshot(path, manifest)).map((path) => segment(path, 1)));
}

/** The versions that metadata or a pointer vouches for; in a root that has neither, those that were measured. */
function knownVersions({ files, pointers }: RootFacts, measured: ReadonlySet<string>): ReadonlySet<string> {
  const described = files
    .filter((path) => isBelow(path, 'versions'))
    .map((path) => segment(path, 1).replace(/\.json$/, ''));
  const hasLifecycle = described.length > 0 || pointers.size > 0;
  return new Set([...(hasLifecycle ? described : measured), ...pointers.values()]);
}

function strangeDirectories({ files }: RootFacts, known: ReadonlySet<string>): readonly string[] {
  const directories = files
    .filter((path) => BY_VERSION.some((directory) => isBelow(path, directory)) && path.split('/').length > 2)
    .map((path) => path.split('/').slice(0, 2).join('/'));
  return [...new Set(directories)].filter((directory) => !known.has(segment(directory, 1)));
}

type Places = (path: string, expected: readonly string[]) => boolean;

/** What each managed directory may hold beside what a derivation owns. */
const PLACES: Readonly<Record<string, Places>> = {
  snapshots: (path, expected) => isBesideUnion(path, ['union', ...expected]),
  reports: (path, expected) => isReportOf(path.split('/').slice(2).join('/'), expected),
  versions: (path) => path === versionMetadataFile(segment(path, 1).replace(/\.json$/, '')),
  pointers: (path, expected) =>
    expected.some((target) => POINTER_KINDS.some((kind) => path === pointerFile(kind, target))),
  validations: (path, expected) => isBesideUnion(path, expected),
  raw_help: (path, expected) => path.split('/').length > 3 && expected.includes(segment(path, 2)),
};

function isExpected(path: string, { targets }: Manifest): boolean {
  return PLACES[segment(path, 0)]?.(path, targets.expected) === true;
}

function isBesideUnion(path: string, names: readonly string[]): boolean {
  return path.split('/').length === 3 && names.some((name) => segment(path, 2) === `${name}.json`);
}

function isReportOf(name: string, expected: readonly string[]): boolean {
  return ['any', 'all', ...expected].some(
    (filter) => name === `coverage.${filter}.json` || name === `coverage.${filter}.md`,
  );
}

function isSnapshot(path: string, { targets }: Manifest): boolean {
  return isBelow(path, 'snapshots') && isBesideUnion(path, targets.expected);
}

function unknownVersion(
  directory: string,
  { manifest, isMeasured }: { manifest: Manifest; isMeasured: boolean },
) {
  const version = segment(directory, 1);
  const remove = `git rm -r -- ${shellWord(below(manifest.root, directory))}`;
  return problemOf(directory, {
    id: 'unknown-version',
    message: isMeasured
      ? `no metadata and no pointer speaks of version ${version}`
      : `nothing in the root speaks of version ${version}: no snapshot, metadata or pointer`,
    actual: version,
    fix: isMeasured ? `${fixCommand('version-metadata', manifest, version)}, or: ${remove}` : remove,
  });
}

function unreferenced(path: string, { root }: Manifest): Finding {
  return problemOf(path, {
    id: 'unreferenced-file',
    message: `${path} belongs to no expected target and no artifact: nothing reads it`,
    fix: `git rm -- ${shellWord(below(root, path))}, or add its target to RULES.json`,
  });
}

function below(root: string, path: string): string {
  return root === '' || root === '.' ? path : `${root}/${path}`;
}
