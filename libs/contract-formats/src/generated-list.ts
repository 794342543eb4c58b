import { createHash } from 'node:crypto';
import {
  compareText,
  failureOf,
  isRelativePath,
  success,
  type Finding,
  type Ports,
  type Result,
} from '@fixpoint/model';
import {
  findingAt,
  listOf,
  literal,
  parseLocated,
  recordOf,
  shapeProblems,
  text,
} from '@fixpoint/structured-text';

const SCHEMA_VERSION = 1;

/** One generated file: what it was made of and by, and what it was like. */
export interface GeneratedEntry {
  /** Relative to the root. */
  readonly path: string;
  /** The document or schema that it belongs to. */
  readonly document: string;
  readonly generator: string;
  /** The generator's version. */
  readonly version: string;
  /** Of the file's text in UTF-8 with LF, in hex; tells whether somebody has changed it since. */
  readonly sha256: string;
}

/** A committed list of generated files, and who keeps it. */
export interface GeneratedListOwner {
  /** The list's file, beside the marker. */
  readonly file: string;
  /** The derivation, which is the prefix of its findings and the command that makes the files again. */
  readonly derivation: string;
}

/** What is generated now, and what there is. */
export interface GeneratedState {
  /** Entries of the committed list. */
  readonly list: readonly GeneratedEntry[];
  /** Files that are generated now. */
  readonly derived: ReadonlySet<string>;
  /** Files that are read now: a file that is a source today is no orphan of the time when it was generated. */
  readonly read: ReadonlySet<string>;
  /** Documents that could not be processed: what was generated of them stays. */
  readonly broken: ReadonlySet<string>;
  /** Fingerprints of the listed files that are still there. */
  readonly committed: ReadonlyMap<string, string>;
}

/** Files of a list that nothing generates any more, and that are still there. */
export interface Orphans {
  /** As they were generated, so that they can go. */
  readonly untouched: readonly GeneratedEntry[];
  /** Changed since, so that they are nobody's to remove. */
  readonly edited: readonly GeneratedEntry[];
}

const shape = recordOf({
  required: {
    schema_version: literal(SCHEMA_VERSION),
    files: listOf(
      recordOf({
        required: { path: text, document: text, generator: text, version: text, sha256: text },
        closed: true,
      }),
    ),
  },
  closed: true,
});

/** The text of a list: entries by path, each with its keys in one order. */
export function renderGeneratedList(entries: readonly GeneratedEntry[]): string {
  const files = [...entries]
    .sort((a, b) => compareText(a.path, b.path))
    .map(({ path, document, generator, version, sha256 }) => ({
      path,
      document,
      generator,
      version,
      sha256,
    }));
  return `${JSON.stringify({ schema_version: SCHEMA_VERSION, files }, null, 2)}\n`;
}

/**
 * Reads a committed list; without one nothing was generated yet. One that cannot be read, or that names a file outside of the root, hides what
 * is an orphan, so it fails (`<derivation>/invalid-list`, `invalid-json`, `empty-document`).
 */
export function readGeneratedList(
  { file, derivation }: GeneratedListOwner,
  committed: string | undefined,
): Result<readonly GeneratedEntry[]> {
  if (committed === undefined) return success([]);
  const fix = `restore ${file} from version control (git checkout -- ${file}), or delete it if nothing generated was removed since`;
  const parsed = parseLocated(file, committed, derivation);
  if (!parsed.ok) return failureOf('usage', ...parsed.findings.map((finding) => ({ ...finding, fix })));
  const invalid = (pointer: string, message: string): Finding =>
    findingAt(parsed.value, pointer, { id: `${derivation}/invalid-list`, message, fix });
  const problems = shapeProblems(parsed.value.value, shape).map(({ pointer, message }) =>
    invalid(pointer, message),
  );
  if (problems.length > 0) return failureOf('usage', ...problems);
  const { files } = parsed.value.value as { readonly files: readonly GeneratedEntry[] };
  const outside = files.flatMap(({ path }, index) =>
    isRelativePath(path)
      ? []
      : [invalid(`/files/${index}/path`, `${path} lies outside of the directory of ${file}`)],
  );
  return outside.length > 0 ? failureOf('usage', ...outside) : success(files);
}

/**
 * Sorts out what a list names and nothing generates any more.
 *
 * @req FP-OAPI-005, FP-WRITE-002
 */
export function findOrphans({ list, derived, read, broken, committed }: GeneratedState): Orphans {
  const orphans = list.filter(
    ({ path, document }) =>
      committed.has(path) && !derived.has(path) && !read.has(path) && !broken.has(document),
  );
  const isUntouched = ({ path, sha256 }: GeneratedEntry): boolean => committed.get(path) === sha256;
  return {
    untouched: orphans.filter(isUntouched),
    edited: orphans.filter((entry) => !isUntouched(entry)),
  };
}

/** What is said of orphans that were changed by hand, which are left where they are. */
export function editedOrphanFindings(
  { file, derivation }: GeneratedListOwner,
  { edited }: Orphans,
): Finding[] {
  return edited.map(({ path, document, generator }) => ({
    id: `${derivation}/orphan-edited`,
    severity: 'error',
    message: `${path} was generated from "${document}" by ${generator}; nothing generates it now, and it was changed since, so it is not removed`,
    file: path,
    fix: `remove ${path}, or keep it as a file of your own by removing its entry from ${file}`,
  }));
}

/** The fingerprint of a generated text, whatever line endings version control gave it. */
export function fingerprintOf(generated: string): string {
  return createHash('sha256').update(generated.replaceAll('\r\n', '\n'), 'utf8').digest('hex');
}

/** The fingerprints of the listed files that are there. */
export async function readFingerprints(
  { files }: Pick<Ports, 'files'>,
  list: readonly GeneratedEntry[],
): Promise<ReadonlyMap<string, string>> {
  const texts = await Promise.all(list.map(({ path }) => files.readText(path)));
  return new Map(
    list.flatMap(({ path }, index) => {
      const committed = texts[index];
      return committed === undefined ? [] : [[path, fingerprintOf(committed)] as const];
    }),
  );
}

/**
 * The first lines of generated TypeScript. They name neither the directory nor the machine, so that they are the same wherever the command is
 * called from; `@noformat` is the pragma by which formatters leave a file alone.
 */
export function generatedHeader({ file, derivation }: GeneratedListOwner, source: string): string {
  return `/**
 * Generated by Fixpoint from ${source.replaceAll('*/', '*\\/')}; do not edit.
 * To make it again, in the directory of ${file}: fixpoint ${derivation} --root .
 *
 * @generated
 * @noformat
 */
/* eslint-disable */
`;
}
