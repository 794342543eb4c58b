import { join, relative } from 'node:path/posix';
import picomatch from 'picomatch';
import { parseSpecsConfig, specsOfDirectory } from '@fixpoint/config';
import { outputPaths, PAGE_MARK } from '@fixpoint/requirements';
import { readTraceFiles, type TraceFiles } from '@fixpoint/requirement-trace';
import { SPECS_MARKER, tracePaths, type SpecsConfig } from '@fixpoint/spec-formats';
import { createPorts } from '@fixpoint/workspace-io';
import type { ManifestRoot } from './manifest-root';
import { linkedPlaces } from './linked-places';
import { createMarkdownFiles, type MarkdownFiles } from './markdown-files';
import type { Surroundings } from './root-files';
import type { TargetRoot } from './target-roots';

export { createMarkdownFiles };

/** Those of the pages that were made of specs; paths relative to the workspace root. */
export async function generatedPages(workspaceRoot: string, pages: readonly string[]): Promise<string[]> {
  const read = readerOf(workspaceRoot);
  const texts = await Promise.all(pages.map(read));
  return pages.filter((_, index) => texts[index]?.startsWith(PAGE_MARK));
}

type Files = Readonly<Record<string, readonly string[]>>;

/** What there is of a directory of specs: its targets, and what they read and write as globs and paths relative to the workspace root. */
export async function filesOfSpecs(
  at: TargetRoot,
  around: Surroundings,
): Promise<Pick<ManifestRoot, 'targets' | 'inputs' | 'outputs'>> {
  const config = await readSpecsMarker(around.workspaceRoot, at.root);
  if (config === undefined) return {};
  const inWorkspace = (files: Files): Files =>
    Object.fromEntries(
      Object.entries(files).map(([target, paths]) => [
        target,
        paths
          .flatMap((path) => spelledOut(path))
          .map((path) => join(at.root, path))
          .filter(isBelow),
      ]),
    );
  return {
    targets: targetsOf(config),
    inputs: inWorkspace(await inputsOf(config, around)),
    outputs: inWorkspace(await outputsOf(config, around.markdown)),
  };
}

/** The specs of a root, relative to the workspace root. */
export async function specsOf({ workspaceRoot, markdown }: Surroundings, at: TargetRoot): Promise<string[]> {
  const config = await readSpecsMarker(workspaceRoot, at.root);
  const found = await markdownOf(at.root, config?.specs?.files ?? [], markdown);
  return found.map((path) => join(at.root, path));
}

/** Tests, each with a spec that states what it proves, relative to the workspace root; as the committed trace says. */
export async function testsOf({ workspaceRoot }: Surroundings, at: TargetRoot): Promise<TraceFiles[]> {
  const config = await readSpecsMarker(workspaceRoot, at.root);
  const paths = config && tracePaths(config);
  const text = paths && (await readerOf(workspaceRoot)(join(at.root, paths.trace)));
  const tests = text === undefined ? [] : readTraceFiles(text, ['test']);
  return tests
    .map(({ file, spec }) => ({ file: join(at.root, file), spec: join(at.root, spec) }))
    .filter(({ file, spec }) => isBelow(file) && isBelow(spec));
}

/** The configuration of a directory of specs; none for a marker whose own `validate` says what is wrong with it. */
async function readSpecsMarker(workspaceRoot: string, root: string): Promise<SpecsConfig | undefined> {
  const text = await readerOf(workspaceRoot)(join(root, SPECS_MARKER));
  if (text === undefined) return specsOfDirectory(root);
  const parsed = parseSpecsConfig(text, root);
  return parsed.ok ? parsed.value : undefined;
}

function targetsOf({ specs, lint, trace, links, steps }: SpecsConfig): string[] {
  return [
    ...(specs ? ['spec-extract'] : []),
    ...(lint ? ['spec-lint'] : []),
    ...(trace ? ['trace'] : []),
    ...(links ? ['link-check', 'link-fix', 'link-check-external'] : []),
    ...(steps ? ['stepcheck'] : []),
    'validate',
  ];
}

/**
 * What is taken out of a glob is not taken out of the inputs: what one section excludes, another one reads. Outputs are inputs as well, so
 * that a hit never brings back what was edited.
 */
async function inputsOf(config: SpecsConfig, around: Surroundings): Promise<Files> {
  const { specs, trace, links, steps } = config;
  const specFiles = specs?.files.filter(isPositive) ?? [];
  const index = specs === undefined ? [] : [`${specs.output}/**/*`, specs.compliance];
  return {
    // What the trace writes beside the index is nothing to it.
    'spec-extract': specs === undefined ? [] : [...specFiles, `${specs.output}/**/*.yaml`, specs.compliance],
    'spec-lint': specFiles,
    trace: trace === undefined ? [] : [...specFiles, ...index, ...tracedGlobs(trace)],
    'link-check': links === undefined ? [] : await linkInputs(config, links, around),
    stepcheck: steps === undefined ? [] : stepGlobs(steps),
  };
}

/** All that a link can lead to in the root, and outside of it what is linked; what git ignores is said in files above as well. */
async function linkInputs(
  config: SpecsConfig,
  { files }: NonNullable<SpecsConfig['links']>,
  around: Surroundings,
): Promise<string[]> {
  const above = config.root === '.' ? [] : config.root.split('/').map((_, index) => '../'.repeat(index + 1));
  return [
    '**/*',
    ...files.filter((glob) => glob.startsWith('../')),
    ...above.map((directory) => `${directory}.gitignore`),
    ...(await placesLinkedFrom(config, around)),
  ];
}

function tracedGlobs(trace: NonNullable<SpecsConfig['trace']>): string[] {
  const { code, tests, documents, pacts, metrics, features } = trace;
  return [...code.files, ...tests.files, ...documents, ...pacts, ...metrics, ...features].filter(isPositive);
}

function stepGlobs({ features, definitions, patterns }: NonNullable<SpecsConfig['steps']>): string[] {
  return [...features, ...definitions, ...(patterns === undefined ? [] : [patterns])].filter(isPositive);
}

async function outputsOf(config: SpecsConfig, markdown: MarkdownFiles): Promise<Files> {
  const { root, specs } = config;
  if (specs === undefined) return {};
  const trace = tracePaths(config);
  return {
    // The page over all specs is one of the paths.
    'spec-extract': [...outputPaths(await markdownOf(root, specs.files, markdown), specs).paths.values()],
    ...(trace && { trace: Object.values(trace) }),
  };
}

/** The Markdown files that globs of a root match, relative to the root. */
async function markdownOf(
  root: string,
  globs: readonly string[],
  markdown: MarkdownFiles,
): Promise<string[]> {
  const found = await Promise.all(basesOf(root, globs).map((directory) => markdown.below(directory)));
  return [...new Set(found.flat())].map((file) => relative(root, file)).filter(matcherOf(globs));
}

/** The places outside of the root that its Markdown links to, relative to the root. */
async function placesLinkedFrom(
  { root, links }: SpecsConfig,
  { workspaceRoot, markdown }: Surroundings,
): Promise<string[]> {
  const read = readerOf(workspaceRoot);
  const pages = await markdownOf(root, links?.files ?? [], markdown);
  const places = await Promise.all(
    pages.map(async (path) => linkedPlaces(root, { path, text: (await read(join(root, path))) ?? '' })),
  );
  return [...new Set(places.flat())].sort();
}

function readerOf(workspaceRoot: string): (path: string) => Promise<string | undefined> {
  const { files } = createPorts({ root: workspaceRoot });
  return (path) => files.readText(path).catch(() => undefined);
}

function matcherOf(globs: readonly string[]): (file: string) => boolean {
  const ignore = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  return picomatch(
    globs.filter(isPositive).flatMap((glob) => spelledOut(glob)),
    { dot: true, ignore },
  );
}

/** More braces than this with `..` in them nobody writes. */
const MOST_BRACES = 4;

/** A glob with `..` in braces as one for each alternative: how far up a path leads is not known otherwise. */
function spelledOut(glob: string, depth = 0): string[] {
  const brace = depth < MOST_BRACES ? /\{([^{}]*\.\.\/[^{}]*)\}/.exec(glob) : null;
  if (brace === null) return [glob];
  const [before, after] = [glob.slice(0, brace.index), glob.slice(brace.index + brace[0].length)];
  return (brace[1] ?? '').split(',').flatMap((part) => spelledOut(`${before}${part}${after}`, depth + 1));
}

function isPositive(glob: string): boolean {
  return !glob.startsWith('!');
}

/** Whether a path relative to the workspace stays in it. */
function isBelow(path: string): boolean {
  return path !== '..' && !path.startsWith('../');
}

/** The directories that globs of a root start from, relative to the workspace. */
function basesOf(root: string, globs: readonly string[]): string[] {
  const bases = globs
    .filter(isPositive)
    .flatMap((glob) => spelledOut(glob))
    .map((glob) => join(root, directoryOf(glob)));
  return [...new Set(bases)].filter(isBelow);
}

/** The directory that a glob starts from. */
function directoryOf(glob: string): string {
  const segments = glob.split('/').slice(0, -1);
  const wild = segments.findIndex((segment) => /[*?[\]{}()!]/.test(segment));
  return segments.slice(0, wild === -1 ? segments.length : wild).join('/') || '.';
}
