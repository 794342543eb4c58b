import { compareFindings, type Finding } from '@fixpoint/model';
import type { LooseSentence, LowerCaseWord, SpecDocument, SpecFacts } from '@fixpoint/spec-document';
import type { SpecLintConfig } from '@fixpoint/spec-formats';
import { malformedIds } from './malformed-ids';
import { missingSections } from './missing-sections';

/** Everything that is to be said of the text of specs. */
export function lintFindings(
  { specs }: SpecFacts,
  ids: readonly string[],
  { sections }: SpecLintConfig,
): Finding[] {
  const normative = specs.filter(({ isNormative }) => isNormative);
  return [
    ...normative.flatMap((spec) => missingSections(spec, sections)),
    ...normative.flatMap(looseSentences),
    ...malformedIds(normative, ids),
    ...normative.flatMap(lowerCaseWords),
  ].sort(compareFindings);
}

function looseSentences({ file, loose }: SpecDocument): Finding[] {
  return loose.map(({ text, keywords, position }: LooseSentence) => ({
    id: 'spec-lint/no-id',
    severity: 'error',
    message: `a sentence with ${keywords.join(', ')} has no id: "${shortened(text)}"`,
    file,
    position,
    fix: 'put an id in brackets at its end, or say it without a key word of BCP 14 if it is no requirement',
  }));
}

function lowerCaseWords({ file, lowerCase }: SpecDocument): Finding[] {
  return lowerCase.map(({ id, word, position }: LowerCaseWord) => ({
    id: 'spec-lint/lower-case-keyword',
    severity: 'warning',
    message: `"${word}" in ${id} has no meaning by BCP 14, because it is not in upper case`,
    file,
    position,
    expected: word.toUpperCase(),
    actual: word,
    fix: `write ${word.toUpperCase()} if it is meant as a requirement, or use another word, such as "can", "has to" or "needs"`,
  }));
}

/** Enough of a sentence to find it by. */
function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= 80 ? text : `${characters.slice(0, 79).join('')}…`;
}
