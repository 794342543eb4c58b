import { compareBytes, comparePaths, COVERAGE_LEVELS } from '@fixpoint/surface-formats';
import type {
  EvidencePlace,
  EvidenceUse,
  ReportUnit,
  WrapperArg,
  WrapperCommand,
  WrapperFlag,
} from '@fixpoint/surface-formats';
import {
  constant,
  COUNT,
  listOf,
  oneOf,
  recordOf,
  TEXT,
  TEXTS,
  type ListOrder,
  type ValueType,
} from '../record-type';
import { GENERATOR, textOrder, TIMESTAMP } from './snapshot-type';

type Entry = Pick<WrapperFlag, 'level' | 'note' | 'scope'>;

// Parity contract §5: scoped before unscoped, then by targets, level and note.
function compareEntries(a: Entry, b: Entry): number {
  return (
    Number(!a.scope) - Number(!b.scope) ||
    compareBytes(targetList(a), targetList(b)) ||
    COVERAGE_LEVELS.indexOf(a.level) - COVERAGE_LEVELS.indexOf(b.level) ||
    compareBytes(a.note ?? '', b.note ?? '')
  );
}

function targetList({ scope }: Entry): string {
  return (scope?.target_triples ?? []).join(',');
}

const SCOPE = recordOf({ 'platforms?': TEXTS, 'target_triples?': TEXTS });
const LEVEL = oneOf(...COVERAGE_LEVELS);

const FLAG_ORDER: ListOrder = {
  noun: 'flag',
  compare: (a: WrapperFlag, b: WrapperFlag) => compareBytes(a.key, b.key) || compareEntries(a, b),
  identity: (flag: WrapperFlag) => JSON.stringify([flag.key, flag.scope]),
};

const ARG_ORDER: ListOrder = {
  noun: 'arg',
  compare: (a: WrapperArg, b: WrapperArg) => compareBytes(a.name, b.name) || compareEntries(a, b),
  identity: (arg: WrapperArg) => JSON.stringify([arg.name, arg.scope]),
};

const COMMAND_ORDER: ListOrder = {
  noun: 'command',
  compare: (a: WrapperCommand, b: WrapperCommand) => comparePaths(a.path, b.path) || compareEntries(a, b),
  identity: (command: WrapperCommand) => JSON.stringify([command.path, command.scope]),
};

/** The coverage of a wrapper (parity contract §5). */
export const WRAPPER_COVERAGE = recordOf({
  schema_version: constant(1),
  'generated_at?': TIMESTAMP,
  'wrapper_version?': TEXT,
  coverage: listOf(
    recordOf({
      path: TEXTS,
      level: LEVEL,
      'note?': TEXT,
      'scope?': SCOPE,
      'flags?': listOf(recordOf({ key: TEXT, level: LEVEL, 'note?': TEXT, 'scope?': SCOPE }), FLAG_ORDER),
      'args?': listOf(recordOf({ name: TEXT, level: LEVEL, 'note?': TEXT, 'scope?': SCOPE }), ARG_ORDER),
    }),
    COMMAND_ORDER,
  ),
});

const PLACE_ORDER: ListOrder = {
  noun: 'place',
  compare: (a: EvidencePlace, b: EvidencePlace) =>
    compareBytes(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareBytes(a.note ?? '', b.note ?? ''),
  identity: ({ file, line, column, note }: EvidencePlace) => JSON.stringify([file, line, column, note]),
};
const PLACES = listOf(recordOf({ file: TEXT, line: COUNT, column: COUNT, 'note?': TEXT }), PLACE_ORDER);

const USE_ORDER: ListOrder = {
  noun: 'use',
  compare: (a: EvidenceUse, b: EvidenceUse) =>
    comparePaths(a.path, b.path) || compareBytes(a.kind, b.kind) || compareBytes(a.key ?? '', b.key ?? ''),
  identity: ({ kind, path, key }: EvidenceUse) => JSON.stringify([kind, path, key]),
};

/** What the source of a wrapper passes (rules version 2). */
export const WRAPPER_EVIDENCE = recordOf({
  schema_version: constant(1),
  generator: GENERATOR,
  source: recordOf({ 'package?': TEXT, 'version?': TEXT, files: listOf(TEXT, textOrder('file')) }),
  uses: listOf(
    recordOf({ kind: oneOf('command', 'flag'), path: TEXTS, 'key?': TEXT, places: PLACES }),
    USE_ORDER,
  ),
  dynamic: PLACES,
});

const UNIT = recordOf({
  path: TEXTS,
  'key?': TEXT,
  'name?': TEXT,
  upstream_available_on: TEXTS,
  'wrapper_level?': TEXT,
  'note?': TEXT,
});

/** Commands first, then flags, then arguments. */
function unitKind({ key, name }: ReportUnit): number {
  return key !== undefined ? 1 : name !== undefined ? 2 : 0;
}

// Parity contract §6.9: by path, then key or name; lists of several kinds go by kind first.
function unitOrder(isOfSeveralKinds: boolean): ListOrder {
  return {
    noun: 'unit',
    compare: (a: ReportUnit, b: ReportUnit) =>
      (isOfSeveralKinds ? unitKind(a) - unitKind(b) : 0) ||
      comparePaths(a.path, b.path) ||
      compareBytes(a.key ?? a.name ?? '', b.key ?? b.name ?? ''),
    identity: ({ path, key, name }: ReportUnit) => JSON.stringify([path, key, name]),
  };
}

const UNITS: ValueType = listOf(UNIT, unitOrder(false));
const UNITS_BY_KIND: ValueType = listOf(UNIT, unitOrder(true));

/** A coverage report (parity contract §6.9). */
export const COVERAGE_REPORT = recordOf({
  schema_version: constant(1),
  'generated_at?': TIMESTAMP,
  inputs: recordOf({
    upstream: recordOf({ semantic_version: TEXT, mode: constant('union'), targets: TEXTS }),
    wrapper: recordOf({ schema_version: COUNT, 'wrapper_version?': TEXT }),
    rules: recordOf({ rules_schema_version: COUNT }),
  }),
  platform_filter: recordOf({ mode: oneOf('any', 'all', 'exact_target'), 'target_triple?': TEXT }),
  deltas: recordOf({
    missing_commands: UNITS,
    missing_flags: UNITS,
    missing_args: UNITS,
    'excluded_commands?': UNITS,
    'excluded_flags?': UNITS,
    'excluded_args?': UNITS,
    'passthrough_candidates?': UNITS,
    'unsupported?': UNITS_BY_KIND,
    'intentionally_unsupported?': UNITS_BY_KIND,
    'wrapper_only_commands?': UNITS,
    'wrapper_only_flags?': UNITS,
    'wrapper_only_args?': UNITS,
    'wrapper_hidden_commands?': UNITS,
    'wrapper_hidden_flags?': UNITS,
    'wrapper_hidden_args?': UNITS,
  }),
});
