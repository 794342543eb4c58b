import { type Artifact } from '@fixpoint/model';
import { firstDefinitions, type SpecFacts } from '@fixpoint/spec-document';
import type { SpecFilesConfig } from '@fixpoint/spec-formats';
import { parseYaml } from '@fixpoint/structured-text';
import type { ExtractFacts } from './collect-facts';
import { hasIndexMark, isGeneratedIndex, isGeneratedPage } from './generated-mark';
import { outputPaths, type Collision } from './output-paths';
import { toIndex } from './read-index';
import { renderIndex } from './render-index';
import { renderPage } from './render-page';

/** What is written, what stays as it is, and what stands in the way. */
export interface IndexPlan {
  readonly artifacts: readonly Artifact[];
  readonly collisions: readonly Collision[];
  /** Files at places of artifacts that somebody has written. */
  readonly handWritten: readonly { readonly path: string; readonly source: string }[];
  /** Generated files that nothing generates any more, and that somebody has changed. */
  readonly edited: readonly string[];
  /** Generated files that are there; what is not derived of them goes. */
  readonly generated: readonly string[];
  /** Generated files that stay because a spec could not be read, or because two would be written there. */
  readonly kept: ReadonlySet<string>;
}

/** An artifact, and what it is made from. */
interface Output extends Artifact {
  readonly source: string;
}

const plans = new WeakMap<ExtractFacts, IndexPlan>();

/** Decides what becomes of each spec and of each file that is there; once for the same facts. */
export function planIndex(facts: ExtractFacts, config: SpecFilesConfig): IndexPlan {
  const plan = plans.get(facts) ?? makePlan(facts, config);
  plans.set(facts, plan);
  return plan;
}

/** @req FP-SPEC-009, FP-SPEC-010 */
function makePlan({ specs, committed }: ExtractFacts, config: SpecFilesConfig): IndexPlan {
  const normative = specs.specs.filter(({ isNormative }) => isNormative);
  const sources = [...normative.map(({ file }) => file), ...specs.unread];
  const all = outputPaths(sources, config);
  const outputs = outputsOf(specs, all.paths, config);
  const isMine = ({ path }: { readonly path: string }): boolean =>
    isGenerated(path, committed.get(path), config);
  const derived = new Set(outputs.map(({ path }) => path));
  const generated = [...committed.keys()].filter((path) => isMine({ path }));
  // As long as a spec cannot be read, nothing is known to be an orphan.
  const kept = new Set([
    ...(specs.unread.length > 0 ? generated : []),
    ...all.collisions.flatMap(({ paths }) => paths),
  ]);
  const edited = generated.filter(
    (path) => !derived.has(path) && !kept.has(path) && isEdited(committed.get(path) ?? ''),
  );
  return {
    artifacts: outputs.filter(isMine).map(({ path, text }) => ({ path, text })),
    collisions: all.collisions,
    handWritten: outputs.filter((output) => !isMine(output)),
    edited,
    generated: generated.filter((path) => !edited.includes(path)),
    kept,
  };
}

/** The index of each normative spec, and the page; what is defined twice is listed once. */
function outputsOf(
  { specs, unread }: SpecFacts,
  paths: ReadonlyMap<string, string>,
  { compliance }: SpecFilesConfig,
): Output[] {
  const first = firstDefinitions(specs);
  const indexed = specs
    .filter(({ isNormative }) => isNormative)
    .map((spec) => ({
      spec,
      requirements: spec.requirements.filter((one) => first.get(one.id)?.requirement === one),
    }));
  const indexes = indexed.flatMap(({ spec: { file: source }, requirements }) => {
    const path = paths.get(source);
    return path === undefined ? [] : [{ path, source, text: renderIndex({ source, requirements }) }];
  });
  // Nothing is known of specs that could not be read, so that the page stays as it is, too.
  const hasPage = specs.length > 0 && unread.length === 0 && paths.has(compliance);
  const page = { path: compliance, source: 'all specs', text: renderPage(indexed, compliance) };
  return [...indexes, ...(hasPage ? [page] : [])];
}

/** A file that is not there may be generated. */
function isGenerated(path: string, text: string | undefined, { compliance }: SpecFilesConfig): boolean {
  if (text === undefined) return true;
  return path === compliance ? isGeneratedPage(text) : isGeneratedIndex(text);
}

/** Whether an index is not what this tool writes for any spec: it is read, and written again. Those of an earlier tool cannot be told. */
function isEdited(text: string): boolean {
  if (!hasIndexMark(text)) return false;
  const parsed = parseYaml(text, 'index.yaml');
  if (!parsed.ok) return true;
  const index = toIndex(parsed.value);
  return index === undefined || renderIndex(index) !== text;
}
