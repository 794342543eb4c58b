import { createHash } from 'node:crypto';
import { GENERATED_LIST } from '@fixpoint/contract-formats';
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

/** The committed list of everything that was generated of OpenAPI documents, beside the marker. */
export const MANIFEST = GENERATED_LIST;

const SCHEMA_VERSION = 1;

/** One generated file: what made it, and what it was like. */
export interface ManifestEntry {
  /** Relative to the root. */
  readonly path: string;
  /** The document's name. */
  readonly document: string;
  readonly generator: string;
  /** The generator's version. */
  readonly version: string;
  /** Of the file's text in UTF-8 with LF, in hex; tells whether somebody has changed it since. */
  readonly sha256: string;
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

/** The manifest's text: entries by path. */
export function renderManifest(entries: readonly ManifestEntry[]): string {
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

/** Reads a committed manifest; without one nothing was generated yet. One that cannot be read hides what is an orphan, so it fails. */
export function readManifest(committed: string | undefined): Result<readonly ManifestEntry[]> {
  if (committed === undefined) return success([]);
  const fix = `restore ${MANIFEST} from version control (git checkout -- ${MANIFEST}), or delete it if nothing generated was removed since`;
  const parsed = parseLocated(MANIFEST, committed, 'regen-openapi');
  if (!parsed.ok) return failureOf('usage', ...parsed.findings.map((finding) => ({ ...finding, fix })));
  const invalid = (pointer: string, message: string) =>
    findingAt(parsed.value, pointer, { id: 'regen-openapi/invalid-manifest', message, fix });
  const problems = shapeProblems(parsed.value.value, shape);
  if (problems.length > 0)
    return failureOf('usage', ...problems.map(({ pointer, message }) => invalid(pointer, message)));
  const { files } = parsed.value.value as { readonly files: readonly ManifestEntry[] };
  const outside = files.flatMap(({ path }, index) => (isRelativePath(path) ? [] : [{ path, index }]));
  if (outside.length === 0) return success(files);
  return failureOf(
    'usage',
    ...outside.map(({ path, index }) =>
      invalid(`/files/${index}/path`, `${path} lies outside of the directory of ${MANIFEST}`),
    ),
  );
}

/** The fingerprint of a generated text, whatever line endings version control gave it. */
export function fingerprint(generated: string): string {
  return createHash('sha256').update(generated.replaceAll('\r\n', '\n'), 'utf8').digest('hex');
}
