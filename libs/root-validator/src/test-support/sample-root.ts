import { toJsonText, violationsInOrder } from '@fixpoint/surface-formats';
import type { ReferenceFinding } from '../findings/violation';
import { validateReferenceRoot } from '../validate-reference-root';
import type { FileState, Listing, RootView } from '../view/tree';
import * as documents from './sample-documents';

/** The sample root inside the sample workspace. */
export const ROOT_PATH = 'cli/tool';

/**
 * What a test does to one file: a text or bytes in its place, `undefined` for no file, a state of its own, or a function
 * that changes the parsed document.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test may put anything anywhere
export type Change = string | Uint8Array | undefined | FileState | ((document: any) => void);

/** Changes by path. */
export type Changes = Readonly<Record<string, Change>>;

/** The files of a root in which nothing is wrong, after changes. */
export function sampleFiles(changes: Changes = {}): ReadonlyMap<string, FileState> {
  const files = new Map<string, FileState>();
  for (const [path, text] of Object.entries(cleanFiles())) files.set(path, present(text));
  for (const [path, change] of Object.entries(changes)) {
    const state = changed(files.get(path), change);
    if (state === undefined) files.delete(path);
    else files.set(path, state);
  }
  return files;
}

/** A root in which nothing is wrong, after changes. */
export function sampleRoot(changes: Changes = {}, versions?: Listing): RootView {
  const files = sampleFiles(changes);
  return { root: ROOT_PATH, files, directories: new Map([['versions', versions ?? versionsOf(files)]]) };
}

/** The same root inside a workspace with a support matrix; `changes` are relative to the workspace. */
export function sampleWorkspace(changes: Changes = {}): RootView {
  const files = new Map<string, FileState>();
  const clean = Object.entries(cleanFiles()).map(([path, text]) => [`${ROOT_PATH}/${path}`, text] as const);
  for (const [path, text] of [...clean, ...WORKSPACE_FILES]) files.set(path, present(text));
  for (const [path, change] of Object.entries(changes)) {
    const state = changed(files.get(path), change);
    if (state === undefined) files.delete(path);
    else files.set(path, state);
  }
  const listing = versionsOf(files, `${ROOT_PATH}/`);
  const directories = new Map<string, Listing>([[`${ROOT_PATH}/versions`, listing]]);
  return { ...sampleRoot(), workspace: { rootPath: ROOT_PATH, files, directories } };
}

/** The violations of a root in the order of the contract; fails the test when nothing could be checked. */
export function violationsOf(view: RootView): readonly ReferenceFinding[] {
  const validation = validateReferenceRoot(view);
  if (!validation.ok) throw new Error(JSON.stringify(validation.findings));
  return violationsInOrder(validation.findings);
}

/** Code, path and pointer of each violation. */
export function placesOf(view: RootView): readonly (readonly string[])[] {
  return violationsOf(view).map(({ code, violation: { path, pointer } }) =>
    pointer === undefined ? [code, path] : [code, path, pointer],
  );
}

const WORKSPACE_FILES: readonly (readonly [string, string])[] = [
  ['Cargo.toml', '[workspace]\nmembers = []\n'],
  ['cli_manifests/support_matrix/current.json', toJsonText(documents.MATRIX)],
  ['crates/xtask/data/agent_registry.toml', documents.REGISTRY],
];

/** The texts of the clean root. */
export function cleanFiles(): Readonly<Record<string, string>> {
  const { TARGETS, VERSION } = documents;
  const line = `${VERSION}\n`;
  return {
    'RULES.json': toJsonText(documents.RULES),
    'SCHEMA.json': toJsonText(documents.SCHEMA),
    'VERSION_METADATA_SCHEMA.json': toJsonText(documents.VERSION_SCHEMA),
    'min_supported.txt': line,
    'latest_validated.txt': line,
    'current.json': toJsonText(documents.UNION),
    'wrapper_coverage.json': toJsonText(documents.WRAPPER),
    [`versions/${VERSION}.json`]: toJsonText(documents.METADATA),
    [`snapshots/${VERSION}/union.json`]: toJsonText(documents.UNION),
    ...Object.fromEntries(
      TARGETS.flatMap((target) => [
        [`pointers/latest_supported/${target}.txt`, line],
        [`pointers/latest_validated/${target}.txt`, line],
        [`snapshots/${VERSION}/${target}.json`, toJsonText(documents.SNAPSHOT)],
      ]),
    ),
    ...Object.fromEntries(
      ['any', 'all', ...TARGETS].map((filter) => [
        `reports/${VERSION}/coverage.${filter}.json`,
        toJsonText(documents.REPORT),
      ]),
    ),
  };
}

function changed(state: FileState | undefined, change: Change): FileState | undefined {
  if (change === undefined) return undefined;
  if (typeof change === 'string' || change instanceof Uint8Array) return present(change);
  if (typeof change !== 'function') return change;
  if (state?.kind !== 'present') throw new Error('only a file that is there can be changed');
  const document = JSON.parse(new TextDecoder().decode(state.bytes)) as unknown;
  change(document);
  return present(toJsonText(document));
}

function present(content: string | Uint8Array): FileState {
  return {
    kind: 'present',
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  };
}

function versionsOf(files: ReadonlyMap<string, FileState>, prefix = ''): Listing {
  const directory = `${prefix}versions/`;
  const names = [...files.keys()].filter((path) => path.startsWith(directory));
  return { kind: 'listed', names: names.map((path) => path.slice(directory.length)).sort() };
}
