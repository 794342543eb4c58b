import type { Step } from './program';
import type { Assertion, UnitTest } from './syntax';
import { isLineEnd, isWord } from './unit-sets';

/** Positions of the groups, two slots for each; what is not set is undefined. */
export type Slots = readonly (number | undefined)[];

/** A match: where it begins and ends. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly slots: Slots;
}

/** How much work may still be done. */
export interface Budget {
  steps: number;
}

interface Thread {
  readonly at: number;
  readonly start: number;
  readonly slots: Slots;
}

/**
 * The leftmost match from a position on, the one JavaScript would prefer. All alternatives are followed at once (Pike's way), so the work
 * is at most the length of the text times that of the program; it is taken from the budget, and the search ends when that is used up.
 */
export function search(
  program: readonly Step[],
  text: string,
  from: number,
  budget: Budget,
): Found | undefined {
  const seen = new Int32Array(program.length).fill(-1);
  const starts = startTests(program);
  let threads: Thread[] = [];
  let found: Found | undefined;
  for (let position = from; position <= text.length && budget.steps > 0; position += 1) {
    if (found === undefined) {
      if (threads.length === 0) position = nextStart(starts, text, position, budget);
      follow({ program, text, position, seen, into: threads }, { at: 0, start: position, slots: [] });
    }
    if (threads.length === 0 && found !== undefined) break;
    budget.steps -= threads.length;
    const next: Following = { program, text, position: position + 1, seen, into: [] };
    const ended = advance(threads, next);
    if (ended !== undefined) found = { start: ended.start, end: position, slots: ended.slots };
    threads = next.into;
  }
  return found;
}

/** Takes every thread over the unit before the next position; gives the first one that has matched, behind which none counts. */
function advance(threads: readonly Thread[], next: Following): Thread | undefined {
  const unit = next.text.charCodeAt(next.position - 1);
  for (const thread of threads) {
    const step = next.program[thread.at];
    if (step?.kind === 'match') return thread;
    if (step?.kind === 'unit' && next.position <= next.text.length && step.test(unit))
      follow(next, { at: thread.at + 1, start: thread.start, slots: thread.slots });
  }
  return undefined;
}

interface Following {
  readonly program: readonly Step[];
  readonly text: string;
  readonly position: number;
  /** The position at which each step was last reached. */
  readonly seen: Int32Array;
  readonly into: Thread[];
}

/** Adds every step that consumes something and can be reached without consuming, in the order of preference. */
function follow(following: Following, thread: Thread): void {
  const waiting = [thread];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (following.seen[next.at] === following.position) continue;
    following.seen[next.at] = following.position;
    const step = following.program[next.at];
    if (step?.kind === 'unit' || step?.kind === 'match') following.into.push(next);
    else if (step?.kind === 'fork') {
      const { start, slots } = next;
      waiting.push({ at: step.second, start, slots }, { at: step.first, start, slots });
    } else if (step !== undefined) {
      const after = pass(step, next, following);
      if (after !== undefined) waiting.push(after);
    }
  }
}

/** A thread behind a step that consumes nothing; undefined where it cannot go on. */
function pass(
  step: Exclude<Step, { readonly kind: 'unit' | 'match' | 'fork' }>,
  { at, start, slots }: Thread,
  { text, position }: Following,
): Thread | undefined {
  switch (step.kind) {
    case 'jump':
      return { at: step.to, start, slots };
    case 'save':
      return { at: at + 1, start, slots: withSlot(slots, step.slot, position) };
    case 'forget':
      return {
        at: at + 1,
        start,
        slots: slots.map((slot, index) => (step.slots.includes(index) ? undefined : slot)),
      };
    case 'assert':
      return holds(step.assertion, text, position) ? { at: at + 1, start, slots } : undefined;
  }
}

function withSlot(slots: Slots, slot: number, position: number): Slots {
  const copy = [...slots];
  while (copy.length <= slot) copy.push(undefined);
  copy[slot] = position;
  return copy;
}

function holds(assertion: Assertion, text: string, position: number): boolean {
  const before = position > 0 ? text.charCodeAt(position - 1) : undefined;
  const after = position < text.length ? text.charCodeAt(position) : undefined;
  if (assertion === 'line-start') return before === undefined || isLineEnd(before);
  if (assertion === 'line-end') return after === undefined || isLineEnd(after);
  const edge = (before !== undefined && isWord(before)) !== (after !== undefined && isWord(after));
  return edge === (assertion === 'word-edge');
}

/** What a match can begin with; undefined if it can be empty. */
function startTests(program: readonly Step[]): readonly UnitTest[] | undefined {
  const tests: UnitTest[] = [];
  const seen = new Set<number>();
  const waiting = [0];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const step = program[at];
    if (step?.kind === 'match') return undefined;
    if (step?.kind === 'unit') tests.push(step.test);
    else if (step?.kind === 'jump') waiting.push(step.to);
    else if (step?.kind === 'fork') waiting.push(step.first, step.second);
    else waiting.push(at + 1);
  }
  return tests;
}

function nextStart(
  tests: readonly UnitTest[] | undefined,
  text: string,
  from: number,
  budget: Budget,
): number {
  if (tests === undefined) return from;
  for (let position = from; position < text.length; position += 1) {
    const unit = text.charCodeAt(position);
    if (tests.some((test) => test(unit))) return position;
    budget.steps -= 1 / 8;
  }
  return text.length;
}
