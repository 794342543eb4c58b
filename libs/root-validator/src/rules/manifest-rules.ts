import { isStableVersion, isStrictVersion, NO_VERSION, type Manifest } from '@fixpoint/surface-formats';
import { pointerPath } from '../pointers/pointer-files';
import { fileAt, textAt, type RootView } from '../view/tree';
import type { Rules } from './read-rules';

/** Files of which any makes a root one that has promoted something. */
const PROMOTED = ['current.json', 'latest_validated.txt', 'min_supported.txt'];

/** Rules version 2 in the form that the checks read: what version 1 lets a marker say is fixed. */
export function rulesOfManifest(manifest: Manifest, view: RootView): Rules {
  const { targets, exclusions, lifecycle, wrapper } = manifest;
  const { onDisk = [] } = view;
  const hasPromoted = PROMOTED.some((path) => fileAt(view, path).kind !== 'absent');
  const latest = textAt(view, pointerPath('latest_validated', targets.required))?.trim();
  return {
    union: {
      required_target: targets.required,
      expected_targets: [...targets.expected],
      platform_mapping: { ...targets.platforms },
    },
    versioning: { pointers: { stable_semver_pattern: '', root_pointers_allow_none: true } },
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
      units: exclusions.map((unit) => ({ ...unit, path: [...unit.path] })),
    },
    isStableVersion: lifecycle?.pointers.allowPrerelease === true ? isStrictVersion : isStableVersion,
    policy: {
      hasLifecycle: hasPromoted || onDisk.some((path) => path.startsWith('pointers/')),
      demandsRootPointers: hasPromoted || (latest !== undefined && latest !== NO_VERSION),
      demandsWrapper: wrapper?.source !== undefined,
      versionsOnDisk: versionsOf(onDisk),
      checksSnapshots: false,
      unitsPointer: '/parity_exclusions',
    },
  };
}

function versionsOf(paths: readonly string[]): readonly string[] {
  const directories = paths.filter((path) => /^snapshots\/[^/]+\//.test(path));
  return [...new Set(directories.map((path) => path.split('/')[1] ?? ''))];
}
