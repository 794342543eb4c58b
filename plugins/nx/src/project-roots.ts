import { basename, dirname } from 'node:path/posix';
import { isReadme, SPECS_MARKER } from '@fixpoint/spec-formats';
import { CONTRACT_MARKERS, toManifestRoot, type ManifestRoot } from './manifest-root';
import type { NormalizedOptions } from './options';

/** A project with the roots that it holds, and the file through which Nx learns of it. */
export interface ProjectRoots {
  readonly file: string;
  readonly projectRoot: string;
  readonly roots: readonly ManifestRoot[];
}

/** What files are, and where they belong. */
export interface RootRules extends Pick<NormalizedOptions, 'isMarker' | 'isDocument' | 'isSpec'> {
  /** Pages that were made of specs: where these are gone, that has to be told. */
  readonly indexes: readonly string[];
  /** The directory of the project that a directory lies in. */
  readonly projectAround: (directory: string) => string;
}

/**
 * Groups markers by the project they belong to, in the order of the files, from their paths alone. A document that was found by its name
 * counts only where no marker of contracts lies beside or above it: that marker then says which documents there are. A folder of specs makes
 * the directory that holds it a root, unless there is a marker of specs in that directory or in the folder, or nothing but a README.
 */
export function toProjectRoots(
  files: readonly string[],
  { isMarker, isDocument, isSpec, indexes, projectAround }: RootRules,
): ProjectRoots[] {
  const markers = withoutSecondMarkers(files.filter(isMarker));
  const governed = new Set(
    markers.filter((file) => CONTRACT_MARKERS.includes(basename(file))).map((file) => dirname(file)),
  );
  const documents = files.filter(
    (file) => isDocument(file) && !markers.includes(file) && !isGoverned(file, governed),
  );
  const found = [
    ...markers.map((file) => ({ file, root: toManifestRoot(file) })),
    ...byDirectory(documents).map(([directory, names]) => ({
      file: names[0] as string,
      root: rootOfDocuments(directory, names),
    })),
    ...impliedSpecs([...files.filter(isSpec), ...ungoverned(indexes, markers)], markers),
  ];
  const projects = new Map<string, { file: string; roots: ManifestRoot[] }>();
  for (const { file, root: at } of found) {
    // Specs and contracts lie in folders of projects; where a tool is measured into says itself whose it is.
    const root = at.kind === 'manifest' ? at : { ...at, projectRoot: projectAround(at.root) };
    const project = projects.get(root.projectRoot) ?? { file, roots: [] };
    project.roots.push(root);
    projects.set(root.projectRoot, project);
  }
  return [...projects].map(([projectRoot, project]) => ({ ...project, projectRoot }));
}

// Beside a CONTRACTS.json, a redocly.yaml is Redocly's own.
function withoutSecondMarkers(markers: readonly string[]): string[] {
  const [first, second] = CONTRACT_MARKERS as [string, string];
  const own = new Set(markers.filter((file) => basename(file) === first).map((file) => dirname(file)));
  return markers.filter((file) => basename(file) !== second || !own.has(dirname(file)));
}

function isGoverned(file: string, governed: ReadonlySet<string>): boolean {
  for (let directory = dirname(file); ; directory = dirname(directory)) {
    if (governed.has(directory)) return true;
    if (directory === '.' || directory === '/') return false;
  }
}

function byDirectory(files: readonly string[]): [string, string[]][] {
  const directories = new Map<string, string[]>();
  for (const file of files) directories.set(dirname(file), [...(directories.get(dirname(file)) ?? []), file]);
  return [...directories];
}

function rootOfDocuments(directory: string, files: readonly string[]): ManifestRoot {
  return {
    kind: 'contracts',
    marker: '',
    root: directory,
    projectRoot: directory,
    prefix: '',
    documents: files.map((file) => basename(file)).sort(),
  };
}

const SPEC_FOLDER = /(?:^|\/)\.?specs\//;

/** A marker says where its page is, which may lie deeper than the marker itself. */
function ungoverned(indexes: readonly string[], markers: readonly string[]): string[] {
  const governed = new Set(
    markers.filter((file) => basename(file) === SPECS_MARKER).map((file) => dirname(file)),
  );
  return indexes.filter((file) => !isGoverned(file, governed));
}

function impliedSpecs(
  specs: readonly string[],
  markers: readonly string[],
): { readonly file: string; readonly root: ManifestRoot }[] {
  const governed = new Set(
    markers.filter((file) => basename(file) === SPECS_MARKER).map((file) => dirname(file)),
  );
  const roots = new Map<string, string>();
  for (const file of specs) {
    if (isReadme(file)) continue;
    const root = rootOfSpec(file);
    if (!roots.has(root) && !isGovernedWithin(file, { root, governed })) roots.set(root, file);
  }
  return [...roots].map(([root, file]) => ({
    file,
    root: { kind: 'specs', marker: '', root, projectRoot: root, prefix: '' },
  }));
}

/** The directory that holds the folder of a spec, or the page that is made of specs. */
function rootOfSpec(file: string): string {
  const folder = SPEC_FOLDER.exec(file);
  return folder === null ? dirname(file) : file.slice(0, folder.index) || '.';
}

/** Whether a marker lies in the root or between it and the file. */
function isGovernedWithin(
  file: string,
  { root, governed }: { readonly root: string; readonly governed: ReadonlySet<string> },
): boolean {
  for (let directory = dirname(file); ; directory = dirname(directory)) {
    if (governed.has(directory)) return true;
    if (directory === root || directory === '.') return false;
  }
}
