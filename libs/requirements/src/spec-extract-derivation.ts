import { compareText, escapeGlob, failureOf, success, type Derivation, type Derived } from '@fixpoint/model';
import { statesNothing } from '@fixpoint/spec-document';
import type { SpecsConfig } from '@fixpoint/spec-formats';
import { fixCommand } from '@fixpoint/surface-formats';
import { collectFacts, indexGlobs, type ExtractFacts } from './extract/collect-facts';
import { extractFindings } from './extract/extract-findings';
import { planIndex } from './extract/index-plan';

/**
 * The index of what specs require: a YAML file for each normative spec, and a page with all of them. Files beside them that somebody has written
 * are left alone: what is generated says so in its first line.
 */
export const specExtractDerivation: Derivation<SpecsConfig, ExtractFacts> = {
  id: 'spec-extract',
  summary: 'an index of the requirements that Markdown specs state, with levels by BCP 14',
  owns: ({ specs }, _scope, facts) => {
    if (specs === undefined) return [];
    return facts === undefined ? indexGlobs(specs) : planIndex(facts, specs).generated.map(escapeGlob);
  },
  keeps: (facts, { specs }, path) => specs !== undefined && planIndex(facts, specs).kept.has(path),
  allowsEmpty: ({ specs }) => specs === undefined || specs.allowEmpty || specs.byDefault === true,
  collect: collectFacts,
  derive,
  check: (facts, { specs }) => (specs === undefined ? [] : extractFindings(facts, specs)),
  fix: (root) => fixCommand('spec-extract', { root }),
};

/** Where no spec can be read, nothing can be derived; collecting and checking say why. */
function derive(facts: ExtractFacts, { specs }: SpecsConfig): Derived {
  if (specs === undefined) return success([]);
  if (statesNothing(facts.specs, specs)) return success([]);
  const { artifacts } = planIndex(facts, specs);
  if (facts.specs.specs.length === 0 && !specs.allowEmpty) return failureOf('drift');
  return success([...artifacts].sort((a, b) => compareText(a.path, b.path)));
}
