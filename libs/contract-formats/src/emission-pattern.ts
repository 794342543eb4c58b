import { compileLinearPattern } from '@fixpoint/linear-pattern';

/** What makes a pattern unfit to find emissions of metrics: a sentence and what to do; undefined for one that is fit. */
export function emissionPatternProblem(
  pattern: string,
): { readonly message: string; readonly fix: string } | undefined {
  const compiled = compileLinearPattern(pattern);
  if (!compiled.ok) {
    return {
      message: `the pattern of emissions cannot be used: ${compiled.problem} (at character ${compiled.at + 1})`,
      fix: 'correct the regular expression',
    };
  }
  const { names, matchesEmpty, literalLength } = compiled.pattern;
  if (!names.includes('name'))
    return {
      message: 'the pattern of emissions has no group "name"',
      fix: 'put (?<name>…) around what is the name of a metric',
    };
  if (matchesEmpty || literalLength === 0)
    return {
      message: 'the pattern of emissions matches everything, so that every metric would count as emitted',
      fix: 'let the pattern have some letters of what surrounds the name of a metric in code',
    };
  return undefined;
}
