import type { Change } from './json-changes';
import { areScalarLists, listDifference, listText, valuePair, valueText } from './value-text';

/** What a finding says of the changes of one unit. */
export interface Description {
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
}

/** Fields that a message spells out; the rest is counted. */
const SPELLED_OUT = 3;

/** Describes the changes of one unit (one change, or several fields of the same list element). */
export function describeChanges(changes: readonly Change[]): Description {
  const first = changes[0] as Change;
  const owner = first.unit === undefined ? '' : `${first.unit.label}: `;
  if (changes.length === 1) return { ...describeOne(first), message: owner + describeOne(first).message };
  const shown = changes.slice(0, SPELLED_OUT).map((change) => describeOne(change).message);
  const left = changes.length - shown.length;
  return {
    message: `${owner}${[...shown, ...(left > 0 ? [left === 1 ? '1 more field differs' : `${left} more fields differ`] : [])].join('; ')}`,
    expected: valueText(fieldsOf(changes, 'expected')),
    actual: valueText(fieldsOf(changes, 'actual')),
  };
}

function describeOne(change: Change): Description {
  // The sides of a change of order are labels, not values.
  const text = change.kind === 'order' ? String : valueText;
  const values = {
    ...(change.expected === undefined ? {} : { expected: text(change.expected) }),
    ...(change.actual === undefined ? {} : { actual: text(change.actual) }),
  };
  return { message: MESSAGES[change.kind](change), ...values };
}

const MESSAGES: Readonly<Record<Change['kind'], (change: Change) => string>> = {
  value: valueMessage,
  missing: () => 'not there, the inputs give it',
  extra: () => 'committed, but the inputs do not give it',
  order: ({ field, actual, expected }) =>
    `${field === '' ? 'the list is' : `${field} are`} in another order: ${actual} stands where the inputs give ${expected}`,
};

function valueMessage({ field, actual, expected }: Change): string {
  const subject = field === '' ? 'the document' : field;
  if (actual === undefined)
    return `${subject} is absent, the inputs give ${valuePair(expected, expected)[1]}`;
  if (expected === undefined) return `${subject} is ${valuePair(actual, actual)[0]}, the inputs give none`;
  if (areScalarLists([actual, expected])) return listMessage(subject, actual as [], expected as []);
  const [a, b] = valuePair(actual, expected);
  return `${subject} is ${a}, the inputs give ${b}`;
}

function listMessage(subject: string, actual: readonly unknown[], expected: readonly unknown[]): string {
  const { lacks, has } = listDifference(actual, expected);
  if (lacks.length === 0 && has.length === 0) {
    const [a, b] = valuePair(actual, expected);
    return `${subject} is in another order or number: ${a}, the inputs give ${b}`;
  }
  const parts = [
    lacks.length > 0 ? `lacks ${listText(lacks)}` : '',
    has.length > 0 ? `has ${listText(has)}, which the inputs do not give` : '',
  ];
  return `${subject} ${parts.filter((part) => part !== '').join(' and ')}`;
}

function fieldsOf(changes: readonly Change[], side: 'expected' | 'actual'): Record<string, unknown> {
  return Object.fromEntries(
    changes.filter((change) => change[side] !== undefined).map((change) => [change.field, change[side]]),
  );
}
