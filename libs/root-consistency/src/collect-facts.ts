import {
  success,
  ToolError,
  type AnyDerivation,
  type FilePort,
  type Ports,
  type RelativePath,
} from '@fixpoint/model';
import type { Result, Scope } from '@fixpoint/model';
import { parseJson, textDocument } from '@fixpoint/structured-text';
import {
  CURRENT_FILE,
  LATEST_VALIDATED_FILE,
  MIN_SUPPORTED_FILE,
  NO_VERSION,
  type Manifest,
} from '@fixpoint/surface-formats';
import { collectLock } from './collect-lock';
import { collectMisnamed } from './collect-misnamed';
import { collectRepeatedKeys } from './collect-repeated-keys';
import { MANAGED_DIRECTORIES, type RootDocument, type RootFacts } from './root-facts';

/** JSON files at the top of a root that are looked into. */
const TOP_DOCUMENTS = [CURRENT_FILE, 'wrapper_coverage.json', 'wrapper_evidence.json'];
const ROOT_POINTERS = [LATEST_VALIDATED_FILE, MIN_SUPPORTED_FILE];
const READ_AT_ONCE = 32;

/** Reads what the parts of a root are held against each other by. Nothing that a file can hold makes it fail. */
export async function collectFacts(
  { files }: Ports,
  manifest: Manifest,
  { scope, siblings }: { readonly scope: Scope; readonly siblings: readonly AnyDerivation<Manifest>[] },
): Promise<Result<RootFacts>> {
  const listings = await Promise.all(MANAGED_DIRECTORIES.map((directory) => listDirectory(files, directory)));
  const paths = listings.flatMap(({ paths: found }) => found);
  const unlisted = new Map(
    listings.flatMap(({ directory, problem }) => (problem === undefined ? [] : [[directory, problem]])),
  );
  const all = { check: scope.check };
  const globs = siblings.flatMap((sibling) => sibling.owns(manifest, all));
  const owned = new Set(unlisted.size > 0 || globs.length === 0 ? [] : await files.list(globs));
  const texts = await readTexts(files, [...TOP_DOCUMENTS, ...paths.filter(isDocument)]);
  const pointers = await readTexts(files, [
    ...ROOT_POINTERS,
    ...paths.filter((path) => /^pointers\/.*\.txt$/.test(path)),
  ]);
  return success({
    files: paths,
    owned,
    unlisted,
    documents: new Map(texts.flatMap(([path, text]) => toDocument(path, text))),
    pointers: new Map(
      pointers.filter(([, text]) => isVersionLine(text)).map(([path, text]) => [path, text.trim()]),
    ),
    misnamed: await collectMisnamed(files),
    lock: await collectLock(files, manifest.root),
    repeatedKeys: await collectRepeatedKeys(files, manifest),
  });
}

// Snapshots are checked by themselves; help pages are no documents.
function isDocument(path: RelativePath): boolean {
  return path.endsWith('.json') && (!path.startsWith('snapshots/') || path.endsWith('/union.json'));
}

function isVersionLine(text: string): boolean {
  return text.trim() !== '' && text.trim() !== NO_VERSION;
}

interface Listing {
  readonly directory: string;
  readonly paths: readonly RelativePath[];
  readonly problem?: string;
}

async function listDirectory(files: FilePort, directory: string): Promise<Listing> {
  try {
    return { directory, paths: await files.list([`${directory}/**/*`, `${directory}/**/.*`]) };
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    return { directory, paths: [], problem: error.message };
  }
}

async function readTexts(files: FilePort, paths: readonly RelativePath[]) {
  const texts: (readonly [RelativePath, string])[] = [];
  for (let start = 0; start < paths.length; start += READ_AT_ONCE) {
    const batch = paths.slice(start, start + READ_AT_ONCE);
    const read = await Promise.all(batch.map((path) => readText(files, path)));
    batch.forEach((path, index) => {
      const text = read[index];
      if (text !== undefined) texts.push([path, text]);
    });
  }
  return texts;
}

// A file that cannot be read is a finding of those that derive or validate it.
async function readText(files: FilePort, path: RelativePath): Promise<string | undefined> {
  try {
    return await files.readText(path);
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    return undefined;
  }
}

function toDocument(path: RelativePath, text: string): (readonly [RelativePath, RootDocument])[] {
  const parsed = parseJson(text, path);
  return parsed.ok ? [[path, { ...textDocument(path, text, parsed.value), text }]] : [];
}
