/** The targets of the sample root; the first is the required one. */
export const TARGETS = ['linux', 'mac'];
export const VERSION = '1.2.0';

/** A marker with everything that rules version 1 insists on. */
export const RULES = {
  rules_schema_version: 1,
  union: {
    required_target: 'linux',
    expected_targets: TARGETS,
    platform_mapping: { linux: 'linux', mac: 'macos' },
  },
  versioning: { pointers: { stable_semver_pattern: '^\\d+\\.\\d+\\.\\d+$' } },
  wrapper_coverage: {
    scope_semantics: {
      defaults: { no_scope_means: 'all_expected_targets' },
      platforms_expand_to_expected_targets: true,
      platforms_expand_using: 'union.platform_mapping',
      scope_set_resolution: { mode: 'union' },
    },
    validation: {
      disallow_overlapping_scopes: true,
      overlap_units: ['command_path', 'command_flag_key', 'command_arg_name'],
    },
  },
  parity_exclusions: {
    schema_version: 1,
    units: [
      { unit: 'arg', path: ['serve'], name: 'DIR', note: 'interactive' },
      { unit: 'command', path: ['login'], note: 'interactive' },
      { unit: 'flag', path: [], key: '--tui', note: 'interactive' },
    ],
  },
};

const texts = { type: 'array', items: { type: 'string' } };
const units = {
  type: 'array',
  items: { type: 'object', required: ['path'], properties: { path: texts } },
};

/** Four kinds of documents, one of which every document must be. */
export const SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'cli/tool/SCHEMA.json',
  oneOf: ['Snapshot', 'Union', 'Wrapper', 'Report'].map((kind) => ({ $ref: `#/$defs/${kind}` })),
  $defs: {
    Commands: { type: 'array', items: { type: 'object', required: ['path'], properties: { path: texts } } },
    Snapshot: {
      type: 'object',
      additionalProperties: false,
      required: ['snapshot_schema_version', 'tool', 'commands'],
      properties: {
        snapshot_schema_version: { const: 1 },
        tool: { type: 'string' },
        commands: { $ref: '#/$defs/Commands' },
      },
    },
    Union: {
      type: 'object',
      additionalProperties: false,
      required: ['snapshot_schema_version', 'mode', 'inputs', 'commands'],
      properties: {
        snapshot_schema_version: { const: 2 },
        mode: { const: 'union' },
        complete: { type: 'boolean' },
        expected_targets: texts,
        inputs: { type: 'array', items: { type: 'object' } },
        commands: { $ref: '#/$defs/Commands' },
      },
    },
    Wrapper: {
      type: 'object',
      additionalProperties: false,
      required: ['schema_version', 'coverage'],
      properties: { schema_version: { const: 1 }, coverage: { $ref: '#/$defs/Commands' } },
    },
    Report: {
      type: 'object',
      required: ['schema_version', 'deltas'],
      properties: {
        schema_version: { const: 1 },
        deltas: {
          type: 'object',
          required: ['missing_commands', 'missing_flags', 'missing_args'],
          properties: { missing_commands: units, missing_flags: units, missing_args: units },
        },
      },
    },
  },
};

/** What metadata of a version must be. */
export const VERSION_SCHEMA = {
  $id: 'cli/tool/VERSION_METADATA_SCHEMA.json',
  type: 'object',
  additionalProperties: false,
  required: ['schema_version', 'semantic_version', 'status'],
  properties: {
    schema_version: { const: 1 },
    semantic_version: { type: 'string' },
    status: { enum: ['snapshotted', 'reported', 'validated', 'supported'] },
    coverage: { type: 'object', properties: { supported_targets: texts } },
    validation: { type: ['object', 'null'] },
  },
};

/** Metadata of a version that is validated everywhere. */
export const METADATA = {
  schema_version: 1,
  semantic_version: VERSION,
  status: 'validated',
  coverage: { supported_targets: TARGETS },
  validation: { passed_targets: TARGETS, failed_targets: [], skipped_targets: [] },
};

const COMMANDS = [{ path: [] }, { path: ['run'] }];

/** The snapshot of one target. */
export const SNAPSHOT = { snapshot_schema_version: 1, tool: 'tool', commands: COMMANDS };

/** The union of both targets. */
export const UNION = {
  snapshot_schema_version: 2,
  mode: 'union',
  complete: true,
  expected_targets: TARGETS,
  inputs: TARGETS.map((target_triple) => ({ target_triple, binary: { semantic_version: VERSION } })),
  commands: COMMANDS,
};

/** A report in which nothing is missing. */
export const REPORT = {
  schema_version: 1,
  inputs: { upstream: { targets: TARGETS } },
  deltas: { missing_commands: [], missing_flags: [], missing_args: [] },
};

/** A wrapper that covers everything. */
export const WRAPPER = {
  schema_version: 1,
  coverage: [
    { path: [], level: 'explicit', flags: [{ key: '--json', level: 'explicit' }] },
    { path: ['run'], level: 'explicit', args: [{ name: 'FILE', level: 'explicit' }] },
  ],
};

/** The published matrix of a workspace whose one enrolled root is the sample root. */
export const MATRIX = {
  schema_version: 1,
  rows: TARGETS.map((target) => ({
    agent: 'tool',
    version: VERSION,
    target,
    manifest_support: 'supported',
    backend_support: 'supported',
    uaa_support: 'supported',
    pointer_promotion: 'latest_supported_and_validated',
    evidence_notes: [],
  })),
};

/** A registry of one enrolled root and one that is not. */
export const REGISTRY = `[[agents]]
agent_id = "tool"
manifest_root = "cli/tool"
[agents.publication]
support_matrix_enabled = true

[[agents]]
agent_id = "hidden"
manifest_root = "cli/hidden"
[agents.publication]
support_matrix_enabled = false
`;
