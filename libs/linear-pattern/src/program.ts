import { PatternProblem, type Assertion, type PatternNode, type UnitTest } from './syntax';

/** One step of a search. Where it goes on is the next step unless it says otherwise. */
export type Step =
  | { readonly kind: 'unit'; readonly test: UnitTest }
  | { readonly kind: 'assert'; readonly assertion: Assertion }
  /** Goes on at the first place, and at the second if that fails. */
  | { readonly kind: 'fork'; first: number; second: number }
  | { readonly kind: 'jump'; to: number }
  /** Keeps the position in a slot. */
  | { readonly kind: 'save'; readonly slot: number }
  /** Forgets the groups that are set again in each round of a repetition. */
  | { readonly kind: 'forget'; readonly slots: readonly number[] }
  | { readonly kind: 'match' };

/** Steps of one pattern at most; bounded repetitions multiply them. */
const MOST_STEPS = 5000;

/** The steps by which a pattern is searched for. */
export function programOf(root: PatternNode): readonly Step[] {
  const steps: Step[] = [];
  emit(root, steps);
  push(steps, { kind: 'match' });
  return steps;
}

function push<S extends Step>(steps: Step[], step: S): S {
  if (steps.length >= MOST_STEPS) throw new PatternProblem('the pattern is too large', 0);
  steps.push(step);
  return step;
}

function emit(node: PatternNode, steps: Step[]): void {
  switch (node.kind) {
    case 'unit':
      push(steps, { kind: 'unit', test: node.test });
      return;
    case 'assertion':
      push(steps, { kind: 'assert', assertion: node.assertion });
      return;
    case 'sequence':
      for (const item of node.items) emit(item, steps);
      return;
    case 'choice':
      return emitChoice(node.options, steps);
    case 'repeat':
      return emitRepeat(node, steps);
    case 'group':
      if (node.index !== undefined) push(steps, { kind: 'save', slot: 2 * node.index });
      emit(node.item, steps);
      if (node.index !== undefined) push(steps, { kind: 'save', slot: 2 * node.index + 1 });
  }
}

function emitChoice([option, ...others]: readonly PatternNode[], steps: Step[]): void {
  if (option === undefined) return;
  if (others.length === 0) return emit(option, steps);
  const fork = push(steps, { kind: 'fork', first: steps.length + 1, second: 0 });
  emit(option, steps);
  const jump = push(steps, { kind: 'jump', to: 0 });
  fork.second = steps.length;
  emitChoice(others, steps);
  jump.to = steps.length;
}

function emitRepeat(node: PatternNode & { readonly kind: 'repeat' }, steps: Step[]): void {
  const slots = slotsOf(node.item);
  const emitRound = () => {
    if (slots.length > 0) push(steps, { kind: 'forget', slots });
    emit(node.item, steps);
  };
  for (let round = 0; round < node.least; round += 1) emitRound();
  if (node.most === Infinity) {
    const at = steps.length;
    const fork = push(steps, { kind: 'fork', first: 0, second: 0 });
    emitRound();
    push(steps, { kind: 'jump', to: at });
    direct(fork, { inside: at + 1, after: steps.length, greedy: node.greedy });
    return;
  }
  const forks: { readonly fork: Step & { kind: 'fork' }; readonly inside: number }[] = [];
  for (let round = node.least; round < node.most; round += 1) {
    const fork = push(steps, { kind: 'fork', first: 0, second: 0 });
    forks.push({ fork, inside: steps.length });
    emitRound();
  }
  for (const { fork, inside } of forks) direct(fork, { inside, after: steps.length, greedy: node.greedy });
}

function direct(
  fork: Step & { kind: 'fork' },
  { inside, after, greedy }: { readonly inside: number; readonly after: number; readonly greedy: boolean },
): void {
  [fork.first, fork.second] = greedy ? [inside, after] : [after, inside];
}

function slotsOf(node: PatternNode): number[] {
  switch (node.kind) {
    case 'sequence':
      return node.items.flatMap(slotsOf);
    case 'choice':
      return node.options.flatMap(slotsOf);
    case 'repeat':
      return slotsOf(node.item);
    case 'group':
      return [
        ...(node.index === undefined ? [] : [2 * node.index, 2 * node.index + 1]),
        ...slotsOf(node.item),
      ];
    default:
      return [];
  }
}
