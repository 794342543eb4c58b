import { compareBytes, comparePaths } from '@fixpoint/surface-formats';
import type { Conflict, UnionArg, UnionCommand, UnionFlag } from '@fixpoint/surface-formats';
import {
  ANY,
  BOOLEAN,
  constant,
  listOf,
  mapOf,
  MARK,
  oneOf,
  recordOf,
  TEXT,
  TEXTS,
  type ListOrder,
} from '../record-type';
import {
  BINARY,
  FEATURES,
  FLAG_DETAILS,
  GENERATOR,
  HIDDEN_SOURCES,
  textOrder,
  TIMESTAMP,
} from './snapshot-type';

const ARG_ORDER: ListOrder = {
  noun: 'arg',
  compare: (a: UnionArg, b: UnionArg) => compareBytes(a.name, b.name),
  identity: (arg: UnionArg) => arg.name,
};

const ARG = recordOf({
  name: TEXT,
  required: BOOLEAN,
  variadic: BOOLEAN,
  'inferred_from_usage?': MARK,
  'note?': TEXT,
  available_on: TEXTS,
  'default?': TEXT,
  'choices?': TEXTS,
  'env?': TEXT,
});

const FLAG_ORDER: ListOrder = {
  noun: 'flag',
  compare: (a: UnionFlag, b: UnionFlag) => compareBytes(a.key, b.key),
  identity: (flag: UnionFlag) => flag.key,
};

const FLAG = recordOf({
  key: TEXT,
  'long?': TEXT,
  'short?': TEXT,
  takes_value: BOOLEAN,
  'value_name?': TEXT,
  'repeatable?': MARK,
  available_on: TEXTS,
  ...FLAG_DETAILS,
});

const UNITS = ['command', 'flag', 'arg'];

// Parity contract §4.3: by unit, path, key, name and field.
const CONFLICT_ORDER: ListOrder = {
  noun: 'conflict',
  compare: (a: Conflict, b: Conflict) =>
    UNITS.indexOf(a.unit) - UNITS.indexOf(b.unit) ||
    comparePaths(a.path, b.path) ||
    compareBytes(a.key ?? '', b.key ?? '') ||
    compareBytes(a.name ?? '', b.name ?? '') ||
    compareBytes(a.field, b.field),
  identity: ({ unit, path, key, name, field }: Conflict) => JSON.stringify([unit, path, key, name, field]),
};

const CONFLICT = recordOf({
  unit: oneOf(...UNITS),
  path: TEXTS,
  'key?': TEXT,
  'name?': TEXT,
  field: TEXT,
  values_by_target: mapOf(ANY),
  help_context: TEXT,
  'evidence?': recordOf({ help_ref_by_target: mapOf(TEXT), help_sha256_by_target: mapOf(TEXT) }),
});

const COMMAND_ORDER: ListOrder = {
  noun: 'command',
  compare: (a: UnionCommand, b: UnionCommand) => comparePaths(a.path, b.path),
  identity: (command: UnionCommand) => JSON.stringify(command.path),
};

const COMMAND = recordOf({
  path: TEXTS,
  available_on: TEXTS,
  'about?': TEXT,
  'usage?': TEXT,
  'args?': listOf(ARG, ARG_ORDER),
  'flags?': listOf(FLAG, FLAG_ORDER),
  'conflicts?': listOf(CONFLICT, CONFLICT_ORDER),
  'stability?': TEXT,
  'platforms?': TEXTS,
  'aliases?': TEXTS,
  'hidden?': MARK,
  'seen_in?': HIDDEN_SOURCES,
  'folded_flags?': listOf(TEXT, textOrder('folded-flag')),
});

const INPUT = recordOf({
  target_triple: TEXT,
  collected_at: TIMESTAMP,
  binary: BINARY,
  'features?': FEATURES,
  'known_omissions?': TEXTS,
});

const INPUT_ORDER: ListOrder = {
  noun: 'input',
  compare: () => 0,
  identity: (input: { readonly target_triple: string }) => input.target_triple,
};

/** A union (parity contract §4.2, the fields of rules version 2 among them). */
export const UNION = recordOf({
  snapshot_schema_version: constant(2),
  tool: TEXT,
  mode: constant('union'),
  collected_at: TIMESTAMP,
  expected_targets: TEXTS,
  complete: BOOLEAN,
  'missing_targets?': TEXTS,
  inputs: listOf(INPUT, INPUT_ORDER),
  commands: listOf(COMMAND, COMMAND_ORDER),
  'generator?': GENERATOR,
});
