import { compareBytes } from '@fixpoint/surface-formats';
import type { Violation } from '../findings/violation';
import type { RootContext } from '../root-context';
import { placed } from '../shared/fixes';
import { member, textsMember } from '../shared/json-value';
import { metadataPath } from './version-files';

const LISTS = ['passed_targets', 'failed_targets', 'skipped_targets'] as const;
type ListName = (typeof LISTS)[number];
type Sets = Readonly<Record<ListName, readonly string[]>>;

const PAIRS: readonly (readonly [ListName, ListName])[] = [
  ['passed_targets', 'failed_targets'],
  ['passed_targets', 'skipped_targets'],
  ['failed_targets', 'skipped_targets'],
];

/** The metadata of one version. */
export interface VersionMetadata {
  readonly version: string;
  readonly metadata: unknown;
}

/** Holds the validation results of a version against each other and against the rules (parity contract §9.3 d). */
export function checkValidationSets(context: RootContext, source: VersionMetadata): readonly Violation[] {
  const validation = member(source.metadata, 'validation');
  if (validation === undefined) return [];
  const sets = Object.fromEntries(
    LISTS.map((name) => [name, sortedSet(textsMember(validation, name))]),
  ) as Sets;
  const at = placeOf(context, source);
  return [...overlaps(sets, at), ...unexpected(sets, context, at), ...notExplicit(sets, context, at)];
}

type Place = Pick<Violation, 'path' | 'pointer' | 'unit' | 'keyOrName' | 'field'> & { readonly file: string };

function placeOf({ view }: RootContext, { version }: VersionMetadata): Place {
  const path = metadataPath(version);
  const keys = { pointer: '/validation', unit: 'versions', keyOrName: version, field: 'validation' };
  return { path, ...keys, file: placed(view, path) };
}

function overlaps(sets: Sets, { file, ...keys }: Place): Violation[] {
  return PAIRS.flatMap(([a, b]) => {
    const overlap = sets[a].filter((target) => sets[b].includes(target));
    if (overlap.length === 0) return [];
    return [
      {
        code: 'VALIDATION_TARGET_SETS_OVERLAP' as const,
        ...keys,
        message: `${a} and ${b} both hold ${overlap.join(', ')}`,
        fix: `keep each of ${overlap.join(', ')} in one list of /validation in ${file}`,
        details: { a, b, overlap },
      },
    ];
  });
}

function unexpected(sets: Sets, { rules }: RootContext, { file, ...keys }: Place): Violation[] {
  const expected = rules.union.expected_targets;
  return LISTS.flatMap((list) =>
    sets[list]
      .filter((target) => !expected.includes(target))
      .map((target) => ({
        code: 'VALIDATION_TARGET_NOT_EXPECTED' as const,
        ...keys,
        target,
        message: `${list} names ${target}, which is no expected target`,
        fix: `remove ${target} from ${list} in ${file}, or add it to union.expected_targets in RULES.json`,
      })),
  );
}

function notExplicit(sets: Sets, { rules }: RootContext, { file, ...keys }: Place): Violation[] {
  const required = rules.union.required_target;
  const holders = LISTS.filter((list) => sets[list].includes(required));
  if (holders.length === 1) return [];
  return [
    {
      code: 'VALIDATION_REQUIRED_TARGET_NOT_EXPLICIT',
      ...keys,
      target: required,
      message: `the required target ${required} must be in exactly one list, it is in ${holders.join(' and ') || 'none'}`,
      fix: `put ${required} into exactly one of ${LISTS.join(', ')} in ${file}`,
      details: {
        required_target: required,
        passed: sets.passed_targets.includes(required),
        failed: sets.failed_targets.includes(required),
        skipped: sets.skipped_targets.includes(required),
      },
    },
  ];
}

function sortedSet(targets: readonly string[] | undefined): readonly string[] {
  return [...new Set(targets)].sort(compareBytes);
}
