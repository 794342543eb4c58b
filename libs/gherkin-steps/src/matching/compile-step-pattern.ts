import {
  CucumberExpression,
  RegularExpression,
  type ParameterTypeRegistry,
} from '@cucumber/cucumber-expressions';
import { compileLinearPattern, type CompiledPattern } from '@fixpoint/linear-pattern';
import type { StepPattern } from '../definitions/step-definition';
import { linearSource } from './linear-source';
import { costOf, mostSteps } from './pattern-cost';

/** Whether a pattern matches a text; `unjudged` where finding that out would take too long. */
export type Judgement = boolean | 'unjudged';

/** A pattern that texts can be compared with. */
export interface CompiledStepPattern {
  /** Equal for patterns that match the same texts because they come to the same regular expression. */
  readonly key: string;
  /** What every text that it matches begins with. */
  readonly prefix: string;
  matches(text: string): Judgement;
}

/** Why a pattern cannot be used. */
export interface PatternProblem {
  readonly message: string;
  /** Set when it names a parameter type that nobody defines. */
  readonly unknownType?: string;
}

/** UTF-16 units of a pattern. */
const LONGEST_PATTERN = 10_000;

/** Steps of a backtracking search that may be taken; where the other search is no way out, more. */
const FEW_STEPS = 1e5;
const MOST_STEPS = 5e6;
/** Such steps for all texts of one pattern; these counts are bounds, and searches seldom come near. */
const MOST_WORK = 5e9;

/** Compiles a pattern as Cucumber does. */
export function compileStepPattern(
  pattern: StepPattern,
  registry: ParameterTypeRegistry,
): CompiledStepPattern | PatternProblem {
  if (pattern.source.length > LONGEST_PATTERN)
    return { message: `it is longer than ${LONGEST_PATTERN} characters` };
  try {
    const { regexp } =
      pattern.kind === 'expression'
        ? new CucumberExpression(pattern.source, registry)
        : new RegularExpression(new RegExp(pattern.source, pattern.flags), registry);
    return { key: `/${regexp.source}/${regexp.flags}`, ...matcherOf(regexp) };
  } catch (error) {
    return problemOf(error);
  }
}

function problemOf(error: unknown): PatternProblem {
  const unknownType = (error as { readonly undefinedParameterTypeName?: unknown }).undefinedParameterTypeName;
  if (error instanceof RangeError) return { message: 'it is nested too deep' };
  const message = error instanceof Error ? reasonOf(error.message) : String(error);
  return typeof unknownType === 'string' ? { message, unknownType } : { message };
}

/** Cucumber draws the place below the expression; the sentence stands behind the drawing. */
function reasonOf(message: string): string {
  const lines = message.split('\n').map((line) => line.trim());
  const arrow = lines.findIndex((line) => /^\^(?:-*\^)?$/.test(line));
  return (arrow === -1 ? lines : lines.slice(arrow + 1)).filter((line) => line !== '').join(' ');
}

/**
 * Patterns are anybody's, and a backtracking search can take longer than the universe is old. It is used where its work is bounded; otherwise a search in linear time
 * is, which does not know all of the syntax.
 */
function matcherOf(regexp: RegExp): Pick<CompiledStepPattern, 'prefix' | 'matches'> {
  // Where the last search ended says nothing about the next text.
  const search = new RegExp(regexp.source, regexp.flags.replace('g', ''));
  const isAnchored =
    regexp.flags.includes('y') || (regexp.source.startsWith('^') && !regexp.flags.includes('m'));
  const cost = costOf(regexp.source, isAnchored);
  const prefix = isAnchored && !cost.hasOpenChoice ? literalPrefix(regexp) : '';
  let linear: CompiledPattern | undefined;
  let work = 0;
  const matches = (text: string): Judgement => {
    if (!text.startsWith(prefix)) return false;
    const steps = mostSteps(cost, text.length);
    if (steps <= FEW_STEPS) return testOf(search, text);
    linear ??= compileLinear(regexp);
    const found = linear.ok && isPlain(regexp, text) ? linear.pattern.matches(text) : undefined;
    // What is found without looking ahead is found with it; the reverse does not hold.
    if (found && (found.length > 0 || !/\(\?<?[=!]/.test(regexp.source))) return found.length > 0;
    if (steps > MOST_STEPS || work > MOST_WORK) return 'unjudged';
    work += steps;
    return testOf(search, text);
  };
  return { prefix, matches };
}

function testOf(search: RegExp, text: string): boolean {
  search.lastIndex = 0;
  return search.test(text);
}

function compileLinear(regexp: RegExp): CompiledPattern {
  const source = linearSource(regexp);
  return source === undefined ? { ok: false, problem: 'its flags', at: 0 } : compileLinearPattern(source);
}

/** The linear search knows lines, and units instead of characters. */
function isPlain({ flags }: RegExp, text: string): boolean {
  return (
    (flags.includes('m') || !/[\n\r\u2028\u2029]/.test(text)) &&
    !(/[uv]/.test(flags) && /[\ud800-\udfff]/.test(text))
  );
}

/** The characters that every match begins with. */
function literalPrefix({ source, flags }: RegExp): string {
  if (flags.includes('i') || !source.startsWith('^')) return '';
  const [, letters = ''] = /^\^([^\\^$.*+?()[\]{}|]*)/.exec(source) ?? [];
  const next = source[letters.length + 1] ?? '';
  return /[*?{]/.test(next) ? letters.slice(0, -1) : letters;
}
