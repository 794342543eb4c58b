import { compileLinearPattern } from '@fixpoint/linear-pattern';

/** Texts that are no ids under any convention; a pattern that takes several of them takes everything. */
const NO_IDS = ['the', 'a', 'MUST', '1', '42', '-', '[', 'two words', 'non-empty', 'file.md'];

/** What makes a pattern unfit to find ids: a sentence and what to do; undefined for one that is fit. */
export function idPatternProblem(
  pattern: string,
): { readonly message: string; readonly fix: string } | undefined {
  const compiled = compileLinearPattern(`^(?:${pattern})$`);
  const alone = compileLinearPattern(pattern);
  if (!alone.ok || !compiled.ok) {
    const { problem, at } = alone.ok ? { problem: 'its parentheses do not match', at: 0 } : alone;
    return {
      message: `the pattern of ids cannot be used: ${problem} (at character ${at + 1})`,
      fix: 'correct the regular expression',
    };
  }
  if (alone.pattern.matchesEmpty)
    return {
      message: 'the pattern of ids matches the empty text, so that an id would stand everywhere',
      fix: 'let the pattern need at least one character',
    };
  const taken = NO_IDS.find((text) => (compiled.pattern.matches(text) ?? []).length > 0);
  if (taken === undefined) return undefined;
  return {
    message: `the pattern of ids matches "${taken}", so that what is no id would be one`,
    fix: 'let the pattern need what all ids have, for example capital letters, a hyphen, and digits: [A-Z]+-\\d{3,5}',
  };
}
