import {
  success,
  successInPart,
  type Derivation,
  type Finding,
  type Ports,
  type Result,
} from '@fixpoint/model';
import { readSpecs, type SpecFacts } from '@fixpoint/spec-document';
import type { SpecsConfig } from '@fixpoint/spec-formats';
import { fixCommand } from '@fixpoint/surface-formats';
import { lintFindings } from './lint/lint-findings';

const ID_RULES = ['spec-extract/duplicate-id', 'spec-extract/lookalike-hyphen'];

/** Rules of the text of specs: sections, an id for each normative sentence, unique and well-formed ids, key words in upper case. Nothing is written. */
export const specLintDerivation: Derivation<SpecsConfig, SpecFacts> = {
  id: 'spec-lint',
  summary: 'specs have their sections, an id for each normative sentence, and key words in upper case',
  owns: () => [],
  allowsEmpty: () => true,
  collect,
  derive: () => success([]),
  check: (facts, { specs, lint }) =>
    specs === undefined || lint === undefined
      ? []
      : [...idFindings(facts), ...lintFindings(facts, specs.ids, lint)],
  fix: (root) => fixCommand('spec-lint', { root }),
};

async function collect(ports: Ports, config: SpecsConfig): Promise<Result<SpecFacts>> {
  if (config.lint === undefined) return success({ specs: [], findings: [], unread: [] });
  const facts = await readSpecs(ports, config);
  if (!facts.ok || facts.value.unread.length === 0) return facts;
  return successInPart(facts.value, 'drift', facts.value.unread.map(notChecked));
}

/** What reading says of ids: who asks for the form of a spec alone has to learn of it, and it is the same finding as that of the index. */
function idFindings({ findings }: SpecFacts): Finding[] {
  return findings.filter(({ id }) => ID_RULES.includes(id));
}

/** What is wrong with the file itself is told where it is indexed. */
function notChecked(file: string): Finding {
  return {
    id: 'spec-lint/not-checked',
    severity: 'error',
    message: `${file} cannot be read, so that nothing is known of its text`,
    file,
    fix: `see what fixpoint spec-extract says of ${file}`,
  };
}
