import type { Violation } from '../findings/violation';
import type { RootContext } from '../root-context';
import { placed } from '../shared/fixes';
import { textsMember } from '../shared/json-value';
import type { PointerValues, TargetPointer } from './check-pointers';
import { pointerPath } from './pointer-files';

interface Claim {
  readonly pointer: string;
  readonly keys: readonly (readonly string[])[];
}

/** What the metadata of a version must say of a target for a pointer to name it; the pointer is where a lack is reported. */
const CLAIMS: Readonly<Record<TargetPointer['kind'], Claim>> = {
  latest_supported: { pointer: '/coverage/supported_targets', keys: [['coverage', 'supported_targets']] },
  latest_validated: {
    pointer: '/validation/passed_targets',
    keys: [
      ['coverage', 'supported_targets'],
      ['validation', 'passed_targets'],
    ],
  },
};

/** Holds pointers against the metadata of the versions they name, where that could be read (parity contract §9.3 g). */
export function checkPointerConsistency(
  { view }: RootContext,
  { byTarget }: PointerValues,
  metadata: ReadonlyMap<string, unknown>,
): readonly Violation[] {
  return byTarget.flatMap(({ kind, target, version }) => {
    if (!metadata.has(version)) return [];
    const { pointer, keys } = CLAIMS[kind];
    const lacking = keys.filter((key) => !textsMember(metadata.get(version), ...key)?.includes(target));
    if (lacking.length === 0) return [];
    const path = `versions/${version}.json`;
    const lists = lacking.map((key) => key.join('.')).join(' and ');
    return [
      {
        code: 'POINTER_INCONSISTENT_WITH_VERSION_METADATA' as const,
        path,
        pointer,
        unit: 'pointers',
        keyOrName: target,
        field: kind,
        target,
        message: `${pointerPath(kind, target)} names ${version}, but ${target} is not in ${lists} of ${path}`,
        fix: `point ${placed(view, pointerPath(kind, target))} at a version that has ${target} in ${lists}, or at none`,
      },
    ];
  });
}
