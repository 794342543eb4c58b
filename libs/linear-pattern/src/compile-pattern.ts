import type { LinearPattern, PatternMatch } from './linear-pattern';
import { parsePattern } from './parse-pattern';
import { programOf, type Step } from './program';
import { search, type Found } from './search';
import { literalUnits, matchesEmpty, PatternProblem } from './syntax';

/** A pattern, or what is wrong with it and where. */
export type CompiledPattern =
  | { readonly ok: true; readonly pattern: LinearPattern }
  | { readonly ok: false; readonly problem: string; readonly at: number };

/** Work that is done for one text; a few seconds on any machine, the same amount on each. */
const MOST_WORK = 4_000_000;

/**
 * Compiles a regular expression as JavaScript has it (flag `m`, so that `^` and `$` are the ends of lines), for a search that cannot
 * blow up. Look-around, back-references and `\p` are refused.
 *
 * @req FP-SEC-009
 */
export function compileLinearPattern(source: string): CompiledPattern {
  try {
    const { root, groups } = parsePattern(source);
    const program = programOf(root);
    return {
      ok: true,
      pattern: {
        names: groups.flatMap((name) => name ?? []),
        matchesEmpty: matchesEmpty(root),
        literalLength: literalUnits(root),
        matches: (text) => matchesOf(program, groups, text),
      },
    };
  } catch (error) {
    if (error instanceof PatternProblem) return { ok: false, problem: error.message, at: error.at };
    throw error;
  }
}

function matchesOf(
  program: readonly Step[],
  groups: readonly (string | undefined)[],
  text: string,
): PatternMatch[] | undefined {
  const matches: PatternMatch[] = [];
  const budget = { steps: MOST_WORK };
  for (let from = 0; from <= text.length; ) {
    const found = search(program, text, from, budget);
    if (budget.steps <= 0) return undefined;
    if (found === undefined) break;
    matches.push(toMatch(found, groups, text));
    from = found.end > found.start ? found.end : found.end + 1;
  }
  return matches;
}

function toMatch(
  { start, end, slots }: Found,
  groups: readonly (string | undefined)[],
  text: string,
): PatternMatch {
  const named = groups.flatMap((name, index) => {
    const [from, to] = [slots[2 * index], slots[2 * index + 1]];
    if (name === undefined || from === undefined || to === undefined) return [];
    return [[name, { text: text.slice(from, to), start: from }] as const];
  });
  return { start, end, groups: Object.fromEntries(named) };
}
