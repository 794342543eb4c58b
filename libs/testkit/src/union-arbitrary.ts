import type { Conflict, Union, UnionArg, UnionCommand, UnionFlag } from '@fixpoint/surface-formats';
import fc from 'fast-check';
import { inputsOf, TARGETS } from './union-sketch';

// Few names and values, so that two unions often have the same units and disagree on them.
const word = fc.constantFrom('one', 'two', 'three');
const upper = fc.constantFrom('ONE', 'TWO');
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 2 });
const targets = fc.subarray([...TARGETS], { minLength: 1 });
const hidden = fc.constant(true as const);

function optional<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined, freq: 3 });
}

function present<T extends object>(record: T): T {
  return JSON.parse(JSON.stringify(record)) as T;
}

const facts = { default: optional(word), choices: optional(words), env: optional(upper) };

const flag: fc.Arbitrary<UnionFlag> = fc
  .record({
    name: fc.constantFrom('--all', '--config', '--json', '-q'),
    short: optional(fc.constantFrom('-a', '-b')),
    takes_value: fc.boolean(),
    value_name: optional(upper),
    repeatable: optional(hidden),
    available_on: targets,
    aliases: optional(
      fc.uniqueArray(fc.constantFrom('--every', '--json', '-q'), { minLength: 1, maxLength: 2 }),
    ),
    value_optional: optional(hidden),
    value_attached: optional(hidden),
    required: optional(hidden),
    ...facts,
    description: optional(fc.constantFrom('Prints all', 'Deprecated: use --json', 'Reads the file')),
    hidden: optional(hidden),
  })
  .map(({ name, short, ...rest }) =>
    present(
      name.startsWith('--') ? { key: name, long: name, short, ...rest } : { key: name, short: name, ...rest },
    ),
  );

const arg: fc.Arbitrary<UnionArg> = fc
  .record({
    name: fc.constantFrom('ONE', 'TWO', 'THREE'),
    required: fc.boolean(),
    variadic: fc.boolean(),
    note: optional(word),
    available_on: targets,
    ...facts,
  })
  .map(present);

const conflict: fc.Arbitrary<Conflict> = fc.record({
  unit: fc.constant('command' as const),
  path: fc.constant([]),
  field: fc.constantFrom('about', 'usage', 'hidden'),
  values_by_target: fc.dictionary(fc.constantFrom(...TARGETS), fc.constantFrom(null, true, 'text')),
  help_context: fc.constant('Usage'),
});

const command: fc.Arbitrary<UnionCommand> = fc
  .record({
    path: fc.array(fc.constantFrom('exec', 'mcp', 'one'), { maxLength: 2 }),
    available_on: targets,
    about: optional(word),
    usage: optional(fc.constantFrom('tool <ONE> <TWO>', 'tool <TWO> <ONE> [THREE]', 'tool')),
    aliases: optional(words),
    hidden: optional(hidden),
    flags: fc.uniqueArray(flag, { selector: ({ key }) => key, maxLength: 4 }),
    args: fc.uniqueArray(arg, { selector: ({ name }) => name, maxLength: 3 }),
    folded_flags: optional(fc.subarray(['--all', '--config'])),
    conflicts: optional(fc.array(conflict, { maxLength: 2 })),
  })
  .map(present);

/** Unions over all three targets with few names, so that two of them have much in common; no unit is listed twice. */
export function unionArbitrary(): fc.Arbitrary<Union> {
  return fc
    .uniqueArray(command, { selector: ({ path }) => path.join(' '), minLength: 1, maxLength: 6 })
    .map((commands) => ({
      snapshot_schema_version: 2,
      tool: 'tool-cli',
      mode: 'union',
      collected_at: '2026-01-02T00:00:00Z',
      expected_targets: TARGETS,
      complete: true,
      inputs: inputsOf(TARGETS),
      commands,
    }));
}
