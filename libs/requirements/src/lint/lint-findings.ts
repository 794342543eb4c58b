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
  const defined = new Set(specs.flatMap(({ requirements }) => requirements.map(({ id }) => id)));
  const normative = specs.filter(({ isNormative }) => isNormative);
  return [
    ...normative.flatMap((spec) => missingSections(spec, sections)),
    ...normative.flatMap((spec) => looseSentences(spec, defined)),
    ...malformedIds(normative, ids),
    ...normative.flatMap(lowerCaseWords),
  ].sort(compareFindings);
}

/** @req FP-LINT-001 */
function looseSentences({ file, loose }: SpecDocument, defined: ReadonlySet<string>): Finding[] {
  return loose.map(({ text, keywords, ids, position }: LooseSentence): Finding => {
    const meant = ids.find((id) => !defined.has(id));
    const reason = meant === undefined ? '' : `; ${meant} is only mentioned in it, and defined nowhere`;
    return {
      id: 'spec-lint/no-id',
      severity: 'error',
      message: `a sentence with ${keywords.join(', ')} has no id: "${shortened(text)}"${reason}`,
      file,
      position,
      fix:
        meant === undefined
          ? 'put an id in brackets at its end, or say it without a key word of BCP 14 if it is no requirement'
          : `if this is ${meant}, write [${meant}] at its end, and no code, link or parenthesis around it`,
    };
  });
}

/** @req FP-LINT-002 */
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
