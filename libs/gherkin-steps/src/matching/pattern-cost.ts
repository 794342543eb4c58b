import { partsOf } from './pattern-parts';

/** How the work of a backtracking search grows with a text. */
export interface PatternCost {
  /** Repetitions that can share a text out among them. */
  readonly degree: number;
  /** Ways through choices and optional parts. */
  readonly ways: number;
  /** Whether what is repeated has several ways itself: every character may then double the work. */
  readonly isExponential: boolean;
  /** Whether there are alternatives that are in no group. */
  readonly hasOpenChoice: boolean;
}

/** Parameter types of Cucumber whose regular expressions look worse than they are, and something that costs as much. */
const BUILT_IN: readonly (readonly [string, string])[] = [
  ['((?:-?\\d+)|(?:\\d+))', '(\\d+)'],
  [`("([^"\\\\]*(\\\\.[^"\\\\]*)*)"|'([^'\\\\]*(\\\\.[^'\\\\]*)*)')`, '("[^"]*")'],
  ['(?=.*\\d.*)[-+]?\\d*(?:\\.(?=\\d.*))?\\d*(?:\\d+[E][+-]?\\d+)?', '\\d*\\d*\\d*'],
];

interface Group {
  /** Alternatives that have been seen. */
  options: number;
  hasRepeat: boolean;
}

/** Reads off a regular expression (of valid syntax) how costly it is to search for. */
export function costOf(source: string, isAnchored: boolean): PatternCost {
  const bare = BUILT_IN.reduce((text, [part, standIn]) => text.replaceAll(part, standIn), source);
  const groups: [Group, ...Group[]] = [{ options: 1, hasRepeat: false }];
  const cost = { degree: 0, ways: 1, isExponential: false };
  let closed: Group | undefined;
  for (const { text, kind } of partsOf(bare)) {
    const group = groups.at(-1) as Group;
    const inner = closed;
    closed = undefined;
    if (kind === 'open') groups.push({ options: 1, hasRepeat: false });
    else if (kind === 'close' && groups.length > 1) closed = close(groups);
    else if (kind === 'choice') {
      group.options += 1;
      cost.ways *= group.options / (group.options - 1);
    } else if (kind === 'repeat') repeat(cost, text, inner, group);
  }
  const hasOpenChoice = groups[0].options > 1;
  return { ...cost, degree: cost.degree + (isAnchored && !hasOpenChoice ? 0 : 1), hasOpenChoice };
}

interface Sum {
  degree: number;
  ways: number;
  isExponential: boolean;
}

/** Counts a repetition of a group, or of a single character where there is none. */
function repeat(cost: Sum, sign: string, inner: Group | undefined, around: Group): void {
  around.hasRepeat = true;
  if (sign.startsWith('?')) cost.ways *= 2;
  else {
    // A number of rounds that is given shares nothing out.
    if (!/^\{\d+\}/.test(sign)) cost.degree += 1;
    cost.isExponential ||= inner !== undefined && (inner.options > 1 || inner.hasRepeat);
  }
}

function close(groups: Group[]): Group | undefined {
  const inner = groups.pop();
  const outer = groups.at(-1);
  // For what repeats the group around it, a choice inside of it is one as well.
  if (inner && outer) outer.hasRepeat ||= inner.hasRepeat || inner.options > 1;
  return inner;
}

/** The most steps that a search in a text of some length takes: in how many ways the repetitions can share it out. */
export function mostSteps({ degree, ways, isExponential }: PatternCost, length: number): number {
  if (isExponential) return Infinity;
  let steps = ways;
  for (let index = 1; index <= degree; index += 1) steps *= (length + index) / index;
  return steps;
}
