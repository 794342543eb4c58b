import type { Rules } from '../rules/read-rules';

/** The two kinds of pointers that every target has. */
export const POINTER_KINDS = ['latest_supported', 'latest_validated'] as const;
export type PointerKind = (typeof POINTER_KINDS)[number];

/** The pointers of the root itself. */
export const MIN_SUPPORTED_FILE = 'min_supported.txt';
export const LATEST_VALIDATED_FILE = 'latest_validated.txt';

/** Where the pointer of a target lies. */
export function pointerPath(kind: PointerKind, target: string): string {
  return `pointers/${kind}/${target}.txt`;
}

/** Every pointer file that a root with these rules must have, and the required target's. */
export function pointerPaths({ union }: Rules): readonly string[] {
  const targets = [...union.expected_targets, union.required_target];
  return [
    MIN_SUPPORTED_FILE,
    LATEST_VALIDATED_FILE,
    ...targets.flatMap((target) => POINTER_KINDS.map((kind) => pointerPath(kind, target))),
  ];
}
