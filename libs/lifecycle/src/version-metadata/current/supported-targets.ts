import {
  type Manifest,
  type SupportedPolicy,
  type Union,
  type WrapperCoverage,
} from '@fixpoint/surface-formats';
import {
  describeUnit,
  indexCoverage,
  PerTargetResolver,
  unitId,
  Upstream,
  type UpstreamUnit,
} from '@fixpoint/surface-units';

/** Where one expected target stands. */
export interface TargetStanding {
  readonly target: string;
  /** Why it is not supported; absent when it is. */
  readonly reason?: string;
}

/** What support is told from. */
export interface SupportInputs {
  readonly union: Union;
  readonly wrapper?: WrapperCoverage;
  readonly policy: SupportedPolicy;
  readonly manifest: Manifest;
}

const NAMED_UNITS = 3;

/**
 * Where each expected target stands, in target order. A target is supported when every unit that help shows there, and that is
 * not excluded, has an allowed level; what lies below a waived command is waived with it, as in the reports.
 */
export function standingOfTargets(inputs: SupportInputs): TargetStanding[] {
  const { union, wrapper, manifest } = inputs;
  const measured = new Set(union.inputs.map(({ target_triple }) => target_triple));
  const upstream = new Upstream(union, { hidden: true, aliases: true, foldedFlags: true });
  const index = indexCoverage(wrapper?.coverage ?? [], manifest.targets, (ref) => upstream.canonical(ref));
  const units = countedUnits(upstream, manifest);
  return manifest.targets.expected.map((target) => {
    if (!measured.has(target)) return { target, reason: `${target} has no snapshot` };
    if (wrapper === undefined) return { target, reason: 'no wrapper_coverage.json is committed' };
    const resolver = new PerTargetResolver({ context: { relevant: [target] }, index, upstream });
    const open = units.filter(
      (unit) => unit.availableOn.includes(target) && !isAllowed(resolver.standing(unit), inputs.policy),
    );
    return open.length === 0 ? { target } : { target, reason: openReason(target, open) };
  });
}

// An excluded command hides its flags and arguments; what help does not show is nothing to cover.
function countedUnits(upstream: Upstream, manifest: Manifest): UpstreamUnit[] {
  const excluded = new Set(
    manifest.exclusions.map(({ unit: kind, path, key, name }) =>
      unitId(upstream.canonical({ kind, path, name: key ?? name ?? '' })),
    ),
  );
  const isCounted = (unit: UpstreamUnit): boolean => !unit.hidden && !excluded.has(unit.id);
  return upstream.commands.flatMap(({ unit, flags, args }) =>
    isCounted(unit) ? [unit, ...[...flags, ...args].filter(isCounted)] : [],
  );
}

function isAllowed(
  { level, note }: { readonly level?: string; readonly note?: string },
  policy: SupportedPolicy,
): boolean {
  const counted = level ?? policy.treatMissingAs;
  if (!policy.allowedLevels.some((allowed) => allowed === counted)) return false;
  return counted !== 'intentionally_unsupported' || !policy.waiversNeedNote || note !== undefined;
}

function openReason(target: string, open: readonly UpstreamUnit[]): string {
  const named = open.slice(0, NAMED_UNITS).map(describeUnit);
  const more = open.length - named.length;
  const rest = more > 0 ? ` and ${more} more` : '';
  return `${open.length} ${open.length === 1 ? 'unit is' : 'units are'} not covered on ${target}: ${named.join(', ')}${rest}`;
}
