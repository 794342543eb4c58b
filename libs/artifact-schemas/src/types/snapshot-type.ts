import {
  compareBytes,
  comparePaths,
  type ProbeFailure,
  type SnapshotArg,
  type SnapshotCommand,
  type SnapshotFlag,
  type SourceDisagreement,
} from '@fixpoint/surface-formats';
import {
  BOOLEAN,
  COUNT,
  listOf,
  MARK,
  recordOf,
  TEXT,
  TEXTS,
  type ListOrder,
  type ValueType,
} from '../record-type';

export const DIGEST: ValueType = {
  kind: 'text',
  pattern: { expression: /^[0-9a-f]{64}$/, meaning: '64 lower-case hexadecimal digits' },
};
export const TIMESTAMP: ValueType = {
  kind: 'text',
  pattern: {
    expression: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
    meaning: 'an RFC 3339 timestamp',
  },
};
export const HIDDEN_SOURCES = listOf(
  { kind: 'word', words: ['completion', 'help-json', 'man', 'probe'] },
  textOrder('source'),
);

/** Texts by their bytes, none twice. */
export function textOrder(noun: string): ListOrder {
  return { noun, compare: compareBytes, identity: (text: string) => text };
}

const ARG_ORDER: ListOrder = {
  noun: 'arg',
  compare: (a: SnapshotArg, b: SnapshotArg) => compareBytes(a.name, b.name),
  identity: (arg: SnapshotArg) => arg.name,
};

const ARG = recordOf({
  name: TEXT,
  required: BOOLEAN,
  variadic: BOOLEAN,
  'note?': TEXT,
  'default?': TEXT,
  'choices?': TEXTS,
  'env?': TEXT,
});

/** The key of a flag: its long form, else its short one. */
export function flagKey(flag: SnapshotFlag): string {
  return flag.long ?? flag.short ?? '';
}

// Parity contract §2.6: by long form, then by short form, one that is missing after any that is there.
const FLAG_ORDER: ListOrder = {
  noun: 'flag',
  compare: (a: SnapshotFlag, b: SnapshotFlag) =>
    compareOptional(a.long, b.long) || compareOptional(a.short, b.short),
  identity: flagKey,
};

function compareOptional(a: string | null | undefined, b: string | null | undefined): number {
  return typeof a === 'string' && typeof b === 'string'
    ? compareBytes(a, b)
    : Number(typeof a !== 'string') - Number(typeof b !== 'string');
}

/** What is told of a flag beside its name and value, in a snapshot as in a union. */
export const FLAG_DETAILS = {
  'stability?': TEXT,
  'platforms?': TEXTS,
  'aliases?': TEXTS,
  'value_names?': TEXTS,
  'value_optional?': MARK,
  'value_attached?': MARK,
  'required?': MARK,
  'default?': TEXT,
  'choices?': TEXTS,
  'env?': TEXT,
  'description?': TEXT,
  'hidden?': MARK,
  'seen_in?': HIDDEN_SOURCES,
};

const FLAG = recordOf(
  {
    'long?': TEXT,
    'short?': TEXT,
    takes_value: BOOLEAN,
    'value_name?': TEXT,
    'repeatable?': MARK,
    ...FLAG_DETAILS,
  },
  { anyOf: ['long', 'short'] },
);

const COMMAND_ORDER: ListOrder = {
  noun: 'command',
  compare: (a: SnapshotCommand, b: SnapshotCommand) => comparePaths(a.path, b.path),
  identity: (command: SnapshotCommand) => JSON.stringify(command.path),
};

const COMMAND = recordOf({
  path: TEXTS,
  'about?': TEXT,
  'usage?': TEXT,
  'stability?': TEXT,
  'platforms?': TEXTS,
  'args?': listOf(ARG, ARG_ORDER),
  'flags?': listOf(FLAG, FLAG_ORDER),
  'aliases?': TEXTS,
  'hidden?': MARK,
  'seen_in?': HIDDEN_SOURCES,
  'help_sha256?': DIGEST,
});

export const FEATURES = recordOf(
  {
    'commands_added_when_all_enabled?': listOf(TEXTS),
    'enable_failures?': listOf(recordOf({ detail: TEXT, name: TEXT })),
    'enabled_for_snapshot?': TEXTS,
    'flags_added_when_all_enabled?': listOf(recordOf({ key: TEXT, path: TEXTS })),
    'listed?': listOf(recordOf({ effective: BOOLEAN, name: TEXT, stage: TEXT }, { open: true })),
    mode: TEXT,
    'probe_error?': TEXT,
    'requested_enable?': TEXTS,
  },
  { open: true },
);

/** The executable that was measured (parity contract §2.10). */
export const BINARY = recordOf({
  sha256: DIGEST,
  size_bytes: COUNT,
  platform: recordOf({ os: TEXT, arch: TEXT }),
  target_triple: TEXT,
  version_output: TEXT,
  'semantic_version?': TEXT,
  'channel?': TEXT,
  'commit?': TEXT,
});

const FAILURE_ORDER: ListOrder = {
  noun: 'failure',
  compare: (a: ProbeFailure, b: ProbeFailure) =>
    comparePaths(a.path, b.path) || compareBytes(a.kind, b.kind) || compareBytes(a.detail, b.detail),
  identity: (failure: ProbeFailure) => JSON.stringify([failure.path, failure.kind, failure.detail]),
};

const DISAGREEMENT_ORDER: ListOrder = {
  noun: 'disagreement',
  compare: (a: SourceDisagreement, b: SourceDisagreement) =>
    comparePaths(a.path, b.path) ||
    compareBytes(a.unit, b.unit) ||
    compareBytes(a.key ?? '', b.key ?? '') ||
    compareBytes(a.fact, b.fact) ||
    compareBytes(a.help, b.help),
  identity: ({ path, unit, key, fact, help }: SourceDisagreement) =>
    JSON.stringify([path, unit, key, fact, help]),
};

const DISAGREEMENTS = listOf(
  recordOf({
    path: TEXTS,
    unit: { kind: 'word', words: ['command', 'flag'] },
    'key?': TEXT,
    fact: { kind: 'word', words: ['listed', 'spelling', 'takes_value', 'choices'] },
    help: TEXT,
    source: TEXT,
  }),
  DISAGREEMENT_ORDER,
);
const SOURCE_STATUS: ValueType = { kind: 'word', words: ['used', 'failed'] };

const PROBE = recordOf({
  dialect: TEXT,
  help_form: { kind: 'word', words: ['flag', 'subcommand'] },
  columns: COUNT,
  pages: COUNT,
  failures: listOf(recordOf({ path: TEXTS, kind: TEXT, detail: TEXT }), FAILURE_ORDER),
  'completion?': recordOf({
    format: TEXT,
    status: SOURCE_STATUS,
    'note?': TEXT,
    'disagreements?': DISAGREEMENTS,
  }),
  'sources?': listOf(
    recordOf({ kind: TEXT, status: SOURCE_STATUS, 'note?': TEXT, 'disagreements?': DISAGREEMENTS }),
  ),
  'flag_probe?': { kind: 'word', words: ['calibrated', 'not-usable', 'off'] },
});

/** The generator that made a snapshot. */
export const GENERATOR = recordOf({ name: TEXT, version: TEXT });

/** A snapshot: the one table that its shape, its key order, its list orders and its identities come from. */
export const SNAPSHOT = recordOf({
  snapshot_schema_version: COUNT,
  tool: TEXT,
  collected_at: TIMESTAMP,
  binary: BINARY,
  commands: listOf(COMMAND, COMMAND_ORDER),
  'features?': FEATURES,
  'known_omissions?': listOf(TEXT, textOrder('omission')),
  'generator?': GENERATOR,
  'probe?': PROBE,
});
