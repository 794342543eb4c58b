import { flagKey } from '@fixpoint/artifact-schemas';
import fc from 'fast-check';
import {
  pathKey,
  type Snapshot,
  type SnapshotArg,
  type SnapshotCommand,
  type SnapshotFlag,
} from '@fixpoint/surface-formats';
import { snapshotOf } from './testing';

// Few names and values, so that targets often have the same units and disagree on them.
const word = fc.constantFrom('one', 'two', 'three');
const upper = fc.constantFrom('ONE', 'TWO');
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 2 });

function optional<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined, freq: 3 });
}

function present<T extends object>(record: T): T {
  return JSON.parse(JSON.stringify(record)) as T;
}

const flag: fc.Arbitrary<SnapshotFlag> = fc
  .record({
    name: fc.constantFrom('--all', '--config', '--json', '-q'),
    short: optional(fc.constantFrom('-a', '-b')),
    takes_value: fc.boolean(),
    value_name: optional(upper),
    repeatable: optional(fc.constant(true as const)),
    aliases: optional(words),
    value_optional: optional(fc.constant(true as const)),
    default: optional(word),
    choices: optional(words),
    env: optional(upper),
    description: optional(word),
    hidden: optional(fc.constant(true as const)),
  })
  .map(({ name, short, ...rest }) =>
    present(name.startsWith('--') ? { long: name, short, ...rest } : { short: name, ...rest }),
  );

const arg: fc.Arbitrary<SnapshotArg> = fc
  .record({
    name: upper,
    required: fc.boolean(),
    variadic: fc.boolean(),
    note: optional(word),
    choices: optional(words),
  })
  .map(present);

const command: fc.Arbitrary<SnapshotCommand> = fc
  .record({
    path: fc.array(fc.constantFrom('exec', 'mcp'), { maxLength: 2 }),
    about: optional(word),
    usage: optional(word),
    aliases: optional(words),
    hidden: optional(fc.constant(true as const)),
    flags: fc.uniqueArray(flag, { selector: flagKey, maxLength: 4 }),
    args: fc.uniqueArray(arg, { selector: ({ name }) => name, maxLength: 2 }),
  })
  .map(present);

/** Snapshots with few names, so that two of them have much in common; no unit is listed twice. */
export function snapshotArbitrary(target: string): fc.Arbitrary<Snapshot> {
  return fc
    .uniqueArray(command, { selector: ({ path }) => pathKey(path), minLength: 1, maxLength: 6 })
    .map((commands) => snapshotOf(target, commands));
}
