import type { TargetConfig, WrapperCoverage, WrapperEvidence, WrapperScope } from '@fixpoint/surface-formats';
import { scopeTargets } from '@fixpoint/surface-units';
import type { Consumers, ConsumerUse } from './consumers';

/** What a root says of its wrapper. */
export interface ConsumerSources {
  readonly coverage?: WrapperCoverage;
  readonly evidence?: WrapperEvidence;
  readonly targets: TargetConfig;
  /** The targets that are compared; an entry that applies to none of them is no use. */
  readonly compared: readonly string[];
}

/** Every use that the declared coverage and the evidence speak of. */
export function toConsumers({ coverage, evidence, targets, compared }: ConsumerSources): Consumers {
  const applies = (scope: WrapperScope | null | undefined): boolean =>
    scope === undefined ||
    scope === null ||
    scopeTargets(scope, targets).some((target) => compared.includes(target));
  const declared = (coverage?.coverage ?? [])
    .filter(({ scope }) => applies(scope))
    .flatMap(({ path, level, flags, args }): ConsumerUse[] => [
      { kind: 'command', path, name: '', level },
      ...(flags ?? [])
        .filter(({ scope }) => applies(scope))
        .map((flag): ConsumerUse => ({ kind: 'flag', path, name: flag.key, level: flag.level })),
      ...(args ?? [])
        .filter(({ scope }) => applies(scope))
        .map((arg): ConsumerUse => ({ kind: 'arg', path, name: arg.name, level: arg.level })),
    ]);
  const passed = (evidence?.uses ?? []).map(
    ({ kind, path, key = '', places }): ConsumerUse => ({ kind, path, name: key, places }),
  );
  return { known: coverage !== undefined || evidence !== undefined, uses: [...declared, ...passed] };
}
