import type { CoverageReport, Union } from '@fixpoint/surface-formats';

/** One view of a union: any target, all targets, or exactly one (parity contract §6.3). */
export interface ReportContext {
  readonly filter: CoverageReport['platform_filter'];
  /** The targets that count, in order. */
  readonly relevant: readonly string[];
  /** What the report names as its upstream targets. */
  readonly upstreamTargets: readonly string[];
  /** The artifact's name without directory. */
  readonly fileName: string;
}

/** The views of a union in the order in which their reports are written. */
export function contextsOf(union: Union, expected: readonly string[]): ReportContext[] {
  const inputs = union.inputs.map(({ target_triple }) => target_triple);
  const any = { filter: { mode: 'any' }, relevant: inputs, upstreamTargets: inputs } as const;
  const all = {
    filter: { mode: 'all' },
    relevant: expected,
    upstreamTargets: union.expected_targets,
  } as const;
  const exact = inputs.map((target) => ({
    filter: { mode: 'exact_target' as const, target_triple: target },
    relevant: [target],
    upstreamTargets: [target],
    fileName: `coverage.${target}.json`,
  }));
  return [
    { ...any, fileName: 'coverage.any.json' },
    ...exact,
    ...(union.complete ? [{ ...all, fileName: 'coverage.all.json' }] : []),
  ];
}

/** Whether upstream has a unit in this view: on all targets that count, or on some. */
export function isPresent({ filter, relevant }: ReportContext, availableOn: readonly string[]): boolean {
  const isAvailable = (target: string): boolean => availableOn.includes(target);
  return filter.mode === 'all' ? relevant.every(isAvailable) : relevant.some(isAvailable);
}
