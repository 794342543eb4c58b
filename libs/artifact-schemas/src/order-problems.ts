import type { Problem } from './problem';
import { holdsOrder, type ListOrder, type ListType, type ValueType } from './record-type';

/**
 * What is wrong with ordered lists: items that are in their list already (`duplicate-<noun>`), and the first item of a list
 * that stands behind one it should precede (`unsorted`). The value must have the type's shape.
 */
export function orderProblems(value: unknown, type: ValueType): Problem[] {
  const problems: Problem[] = [];
  visit(value, type, { at: [], problems });
  return problems;
}

interface Walk {
  readonly at: (string | number)[];
  readonly problems: Problem[];
}

function visit(value: unknown, type: ValueType, walk: Walk): void {
  if (type.kind === 'list') visitList(value as readonly unknown[], type, walk);
  else if (type.kind === 'record') {
    const record = value as Readonly<Record<string, unknown>>;
    for (const field of type.ordered) {
      const nested = record[field.name];
      if (nested === undefined || nested === null) continue;
      walk.at.push(field.name);
      visit(nested, field.type, walk);
      walk.at.pop();
    }
  }
}

function visitList(list: readonly unknown[], { item, order }: ListType, walk: Walk): void {
  if (order !== undefined) checkList(list, order, walk);
  if (!holdsOrder(item)) return;
  list.forEach((entry, index) => {
    walk.at.push(index);
    visit(entry, item, walk);
    walk.at.pop();
  });
}

function checkList(list: readonly unknown[], order: ListOrder, { at, problems }: Walk): void {
  const identity = order.identity as (item: unknown) => string;
  const compare = order.compare as (a: unknown, b: unknown) => number;
  const first = new Map<string, number>();
  list.forEach((item, index) => {
    const name = identity(item);
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, index);
    else problems.push(duplicate({ name, noun: order.noun, earlier }, [...at, index]));
  });
  const misplaced = list.findIndex((item, index) => index > 0 && compare(list[index - 1], item) > 0);
  if (misplaced === -1) return;
  const [previous, name] = [identity(list[misplaced - 1]), identity(list[misplaced])];
  problems.push({
    kind: 'unsorted',
    at: [...at, misplaced],
    message: `${order.noun} ${name} must stand before ${previous}`,
    expected: name,
    actual: previous,
  });
}

function duplicate(
  { name, noun, earlier }: { name: string; noun: string; earlier: number },
  at: Problem['at'],
): Problem {
  return {
    kind: `duplicate-${noun}`,
    at,
    message: `${noun} ${name} is listed twice, first at index ${earlier}`,
    actual: name,
  };
}
