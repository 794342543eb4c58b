import { createHash } from 'node:crypto';
import { GENERATED_SCHEMAS } from '@fixpoint/contract-formats';
import { compareText, failureOf, isRelativePath, success, type Result } from '@fixpoint/model';
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

/** One generated file, what it was made of and by, and what it was like. */
export interface GeneratedEntry {
  /** Relative to the root. */
  readonly path: string;
  /** The file of the schema that it belongs to. */
  readonly document: string;
  readonly generator: string;
  readonly version: string;
  /** Of the text in UTF-8, in hex; tells whether somebody has changed it since. */
  readonly sha256: string;
}

const entry = recordOf({
  required: { path: text, document: text, generator: text, version: text, sha256: text },
  closed: true,
});
const shape = recordOf({
  required: { schema_version: literal(SCHEMA_VERSION), files: listOf(entry) },
  closed: true,
});

/** The text of a list: entries by path, each with its keys in one order. */
export function renderList(entries: readonly GeneratedEntry[]): string {
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

/** Reads a committed list; without one nothing was generated yet. One that cannot be read hides what is an orphan, so it fails. */
export function readList(committed: string | undefined): Result<readonly GeneratedEntry[]> {
  if (committed === undefined) return success([]);
  const fix = `restore ${GENERATED_SCHEMAS} from version control, or delete it if nothing generated was removed since`;
  const parsed = parseLocated(GENERATED_SCHEMAS, committed, 'regen-schema');
  if (!parsed.ok) return failureOf('usage', ...parsed.findings.map((finding) => ({ ...finding, fix })));
  const invalid = (pointer: string, message: string) =>
    findingAt(parsed.value, pointer, { id: 'regen-schema/invalid-list', message, fix });
  const problems = shapeProblems(parsed.value.value, shape).map(({ pointer, message }) =>
    invalid(pointer, message),
  );
  if (problems.length > 0) return failureOf('usage', ...problems);
  const { files } = parsed.value.value as { readonly files: readonly GeneratedEntry[] };
  const outside = files.flatMap(({ path }, index) =>
    isRelativePath(path)
      ? []
      : [invalid(`/files/${index}/path`, `${path} lies outside of the directory of the list`)],
  );
  return outside.length > 0 ? failureOf('usage', ...outside) : success(files);
}

/** The fingerprint of a generated text. */
export function fingerprint(generated: string): string {
  return createHash('sha256').update(generated, 'utf8').digest('hex');
}
