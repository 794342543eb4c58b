import { toPointer } from '@fixpoint/structured-text';
import type { Manifest } from '@fixpoint/surface-formats';
import type { Requirement } from '../shared/requirements';

const FIXED: readonly Requirement[] = [
  { pointer: '/sorting/commands', value: 'lexicographic_path' },
  { pointer: '/sorting/flags', value: 'by_key_then_long_then_short' },
  { pointer: '/sorting/args', value: 'by_name' },
  { pointer: '/sorting/expected_targets', value: 'rules_expected_targets_order' },
  { pointer: '/wrapper_coverage/scope_semantics/platforms_expand_to_expected_targets', value: true },
  { pointer: '/wrapper_coverage/scope_semantics/platforms_expand_using', value: 'union.platform_mapping' },
];

/** What a marker of rules version 1 must say for wrapper coverage (parity contract §5): every target has a platform, too. */
export function wrapperRequirements({ targets }: Manifest): Requirement[] {
  const unmapped = targets.expected.filter((target) => targets.platforms[target] === undefined);
  return [
    ...FIXED,
    ...unmapped.map((target) => ({
      pointer: toPointer(['union', 'platform_mapping', target]),
      value: 'linux, macos or windows',
    })),
  ];
}
