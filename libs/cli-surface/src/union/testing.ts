import type {
  Manifest,
  Snapshot,
  SnapshotCommand,
  SnapshotFlag,
  Union,
  UnionCommand,
} from '@fixpoint/surface-formats';
import { plainManifest } from '@fixpoint/testkit';
import { mergeUnion } from './merge-union';
import type { UnionScope } from './source';

export const LINUX = 'x86_64-unknown-linux-musl';
export const MAC = 'aarch64-apple-darwin';
export const WINDOWS = 'x86_64-pc-windows-msvc';

const REFERENCE_SORTING = {
  commands: 'lexicographic_path',
  flags: 'by_key_then_long_then_short',
  args: 'by_name',
  inputs: 'rules_expected_targets_order',
  available_on: 'rules_expected_targets_order',
  conflicts: 'by_unit_then_path_then_key_or_name_then_field',
};

/** A manifest of a rule set that expects linux (required), mac and windows, with anything else as given. */
export function manifestOf(version: 1 | 2, overrides: Partial<Manifest> = {}): Manifest {
  return plainManifest({
    rulesSchemaVersion: version,
    root: 'cli_manifests/demo',
    targets: {
      required: LINUX,
      expected: [LINUX, MAC, WINDOWS],
      platforms: { [LINUX]: 'linux', [MAC]: 'macos', [WINDOWS]: 'windows' },
    },
    raw: version === 1 ? { sorting: REFERENCE_SORTING } : {},
    ...overrides,
  });
}

/** A snapshot of version 1.0.0 of a tool called demo. */
export function snapshotOf(
  target: string,
  commands: readonly SnapshotCommand[],
  overrides: Partial<Snapshot> = {},
): Snapshot {
  return {
    snapshot_schema_version: 1,
    tool: 'demo',
    collected_at: '2024-01-01T00:00:00Z',
    binary: {
      sha256: 'ab'.repeat(32),
      size_bytes: 10,
      platform: { os: 'linux', arch: 'x86_64' },
      target_triple: target,
      version_output: 'demo 1.0.0',
      semantic_version: '1.0.0',
    },
    commands,
    generator: { name: 'test', version: '1' },
    ...overrides,
  };
}

/** The union of snapshots by target; throws with the findings when they cannot be merged. */
export function merge(
  inputs: Readonly<Record<string, Snapshot>>,
  manifest: Manifest,
  scope: Partial<UnionScope> = {},
): Union {
  const sources = Object.entries(inputs).map(([target, snapshot]) => ({ target, snapshot }));
  const result = mergeUnion(sources, manifest, { version: '1.0.0', ...scope });
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
}

/** The union of lists of commands on linux, mac and windows under rules version 2. */
export function mergeCommandLists(...lists: readonly (readonly SnapshotCommand[])[]): Union {
  const targets = [LINUX, MAC, WINDOWS];
  const snapshots = lists.map((commands, index) => {
    const target = targets[index] as string;
    return [target, snapshotOf(target, commands)];
  });
  return merge(Object.fromEntries(snapshots) as Record<string, Snapshot>, manifestOf(2));
}

/** The command of a union by its path. */
export function commandOf(union: Union, ...path: string[]): UnionCommand | undefined {
  return union.commands.find((command) => command.path.join(' ') === path.join(' '));
}

/** A flag that takes no value, unless the fields say otherwise. */
export function flagOf(long: string, fields: Partial<SnapshotFlag> = {}): SnapshotFlag {
  return { long, takes_value: false, ...fields };
}
