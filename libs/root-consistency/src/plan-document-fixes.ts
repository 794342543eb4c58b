import { LOCK_FILE } from '@fixpoint/artifact-lock';
import {
  SNAPSHOT_DOCUMENT,
  VALIDATION_DOCUMENT,
  VERSION_METADATA_DOCUMENT,
  type DocumentSchema,
} from '@fixpoint/artifact-schemas';
import { ToolError, type Artifact, type FilePort, type Ports, type RelativePath } from '@fixpoint/model';
import { CURRENT_FILE } from '@fixpoint/surface-formats';
import { parseJson } from '@fixpoint/structured-text';
import { canonicalText, schemaAt } from './checks/check-bytes';
import { writtenLock } from './collect-lock';
import { MANAGED_DIRECTORIES } from './root-facts';

/** One document that would be written anew, and what is mended by that. */
export interface DocumentFix extends Artifact {
  readonly what: string;
}

/**
 * The documents of a root whose content is right and whose bytes are not: keys, indentation, line ends, order of lists. A
 * document that its schema refuses is left alone, and so is one that lists something twice: which one is right is not known.
 */
export async function planDocumentFixes({ files }: Ports): Promise<readonly DocumentFix[]> {
  const directories = MANAGED_DIRECTORIES.filter((directory) => directory !== 'raw_help');
  const globs = directories.map((directory) => `${directory}/**/*.json`);
  const paths = await files.list([...globs, 'wrapper_coverage.json', 'wrapper_evidence.json']);
  const fixes = await Promise.all([...paths.map((path) => fixOf(files, path)), lockFix(files)]);
  return fixes.filter((fix) => fix !== undefined);
}

async function lockFix(files: FilePort): Promise<DocumentFix | undefined> {
  const text = await readText(files, LOCK_FILE);
  const mended = text === undefined ? undefined : writtenLock(text);
  return mended === undefined || mended === text
    ? undefined
    : { path: LOCK_FILE, text: mended, what: CANONICAL };
}

const CANONICAL = 'written in its canonical form';

async function fixOf(files: FilePort, path: RelativePath): Promise<DocumentFix | undefined> {
  const schema = path === CURRENT_FILE ? undefined : (schemaAt(path) ?? ownSchemaAt(path));
  const text = schema === undefined ? undefined : await readText(files, path);
  if (schema === undefined || text === undefined) return undefined;
  const parsed = parseJson(text, path);
  if (!parsed.ok || schema.problems(parsed.value).length > 0) return undefined;
  const repeats = schema.orderProblems(parsed.value).some(({ kind }) => kind.startsWith('duplicate-'));
  const mended = canonicalText({ value: parsed.value }, schema);
  return repeats || mended === text ? undefined : { path, text: mended, what: CANONICAL };
}

/** Documents that the checks of a whole root leave to others, or hold to no schema for the sake of older rules. */
const OWN_SCHEMAS: readonly (readonly [RegExp, DocumentSchema])[] = [
  [/^snapshots\/[^/]+\/[^/]+\.json$/, SNAPSHOT_DOCUMENT],
  [/^versions\/[^/]+\.json$/, VERSION_METADATA_DOCUMENT],
  [/^validations\/[^/]+\/[^/]+\.json$/, VALIDATION_DOCUMENT],
];

function ownSchemaAt(path: RelativePath): DocumentSchema | undefined {
  return OWN_SCHEMAS.find(([pattern]) => pattern.test(path))?.[1];
}

async function readText(files: FilePort, path: RelativePath): Promise<string | undefined> {
  try {
    return await files.readText(path);
  } catch (error) {
    if (error instanceof ToolError) return undefined;
    throw error;
  }
}
