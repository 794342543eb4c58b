import type { OrderGrammar } from './order-grammar';

/** How a sequence of events fits a grammar. */
export type OrderVerdict =
  | { readonly kind: 'fits' }
  /** The event at `index` cannot stand there. */
  | {
      readonly kind: 'unexpected';
      readonly index: number;
      readonly expected: readonly string[];
      readonly mayEnd: boolean;
    }
  /** All events fit, but more have to follow. */
  | { readonly kind: 'incomplete'; readonly expected: readonly string[] };

/** Compares the names of events with a grammar; the time is linear in the number of events. */
export function matchOrder(grammar: OrderGrammar, names: readonly string[]): OrderVerdict {
  let possible: readonly number[] = grammar.first;
  let mayEnd = grammar.acceptsEmpty;
  for (const [index, name] of names.entries()) {
    const reached = possible.filter((state) => grammar.names[state] === name);
    if (reached.length === 0)
      return { kind: 'unexpected', index, expected: namesOf(grammar, possible), mayEnd };
    mayEnd = reached.some((state) => grammar.last.has(state));
    possible = distinct(reached.flatMap((state) => grammar.follow[state] ?? []));
  }
  return mayEnd ? { kind: 'fits' } : { kind: 'incomplete', expected: namesOf(grammar, possible) };
}

/** Names of the events that a stream can end with. */
export function terminalsOf(grammar: OrderGrammar): ReadonlySet<string> {
  return new Set(namesOf(grammar, [...grammar.last]));
}

function namesOf({ names }: OrderGrammar, states: readonly number[]): string[] {
  return distinct(states.map((state) => names[state] as string)).sort();
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
