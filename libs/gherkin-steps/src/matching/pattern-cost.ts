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
  const cost = { degree: isAnchored ? 0 : 1, ways: 1, isExponential: false };
  const groups: Group[] = [{ options: 1, hasRepeat: false }];
  let last: Group | undefined;
  for (let at = 0; at < bare.length; at += 1) {
    const unit = bare[at] as string;
    const group = groups.at(-1) as Group;
    if (unit === '\\') at += 1;
    if (unit === '[') at = endOfClass(bare, at);
    const repeat = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(bare.slice(at, at + 24))?.[0];
    if (unit === '(') {
      groups.push({ options: 1, hasRepeat: false });
      if (bare[at + 1] === '?') at += 1;
    } else if (unit === ')') {
      last = groups.length > 1 ? groups.pop() : undefined;
      absorb(groups.at(-1), last);
    } else if (unit === '|') {
      group.options += 1;
      cost.ways *= group.options / (group.options - 1);
    } else if (repeat === undefined || unit === '\\') last = undefined;
    else {
      if (repeat.startsWith('?')) cost.ways *= 2;
      else cost.degree += 1;
      cost.isExponential ||=
        !repeat.startsWith('?') && last !== undefined && (last.options > 1 || last.hasRepeat);
      group.hasRepeat = true;
      at += repeat.length - 1;
      last = undefined;
    }
  }
  const hasOpenChoice = (groups[0]?.options ?? 1) > 1;
  return { ...cost, degree: cost.degree + (isAnchored && hasOpenChoice ? 1 : 0), hasOpenChoice };
}

function absorb(outer: Group | undefined, inner: Group | undefined): void {
  if (!outer || !inner) return;
  outer.hasRepeat ||= inner.hasRepeat;
  // A choice inside a group is one for what repeats the group around it, too.
  outer.hasRepeat ||= inner.options > 1;
}

/** Where a class ends that begins at an offset. */
export function endOfClass(source: string, start: number): number {
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === ']') return at;
  }
  return source.length;
}

/** The most steps that a search in a text of some length takes: in how many ways the repetitions can share it out. */
export function mostSteps({ degree, ways, isExponential }: PatternCost, length: number): number {
  if (isExponential) return Infinity;
  let steps = ways;
  for (let index = 1; index <= degree; index += 1) steps *= (length + index) / index;
  return steps;
}
