import type { Finding } from '@fixpoint/model';
import {
  compareVersions,
  MIN_SUPPORTED_FILE,
  VERSION_STATUSES,
  type VersionMetadata,
  type VersionStatus,
} from '@fixpoint/surface-formats';
import { ruleSetOf } from '../rule-sets';
import { movesRoot, qualifying, type PromotionContext } from './promotion-context';
import { promotionFindings } from './promotion-findings';
import { readPointerValue } from './pointer-value';

type Gate = (context: PromotionContext) => readonly Finding[];

const PROMOTABLE: readonly VersionStatus[] = ['validated', 'supported'];

const GATES: readonly Gate[] = [
  function versionMayBeNamed(context) {
    const { manifest, request } = context;
    const may = ruleSetOf(manifest).promotion.mayName(request.version, manifest);
    return may ? [] : [promotionFindings(context).notStable()];
  },
  function versionIsValidated(context) {
    const { metadata } = context.facts;
    if (!movesRoot(context) || PROMOTABLE.includes(metadata.status)) return [];
    return [promotionFindings(context).notValidated(closedGates(metadata))];
  },
  function namedTargetsQualify(context) {
    const { facts, manifest, request } = context;
    const wanted = request.targets ?? [manifest.targets.required];
    const supported = qualifying('latest_supported', facts);
    const validated = qualifying('latest_validated', facts);
    return wanted.flatMap((target) => {
      if (validated.includes(target)) return [];
      const why = supported.includes(target) ? 'validation did not pass there' : 'it is not supported there';
      return [promotionFindings(context).targetClosed(target, why)];
    });
  },
  function minSupportedIsValidated(context) {
    const { minSupported } = context.request;
    if (minSupported === undefined) return [];
    const status = statusIn(context.facts.minSupportedMetadata);
    const isPromotable = PROMOTABLE.some((promotable) => promotable === status);
    return isPromotable ? [] : [promotionFindings(context).minSupportedClosed(minSupported, status)];
  },
  function minSupportedIsNoNewer(context) {
    const { facts, request } = context;
    const committed = readPointerValue(facts.committed.get(MIN_SUPPORTED_FILE));
    const least = request.minSupported ?? (committed.kind === 'version' ? committed.version : undefined);
    if (!movesRoot(context) || least === undefined || compareVersions(least, request.version) <= 0) return [];
    return [promotionFindings(context).belowMinSupported(least)];
  },
];

/**
 * Every gate that does not hold, beside those of single pointers.
 *
 * @req FP-LIFE-007
 */
export function promotionGates(context: PromotionContext): Finding[] {
  return GATES.flatMap((gate) => gate(context));
}

function closedGates({ gates = [], status }: VersionMetadata): string {
  const needed = VERSION_STATUSES.indexOf('validated');
  const closed = gates.filter((gate) => !gate.holds && VERSION_STATUSES.indexOf(gate.status) <= needed);
  if (closed.length === 0) return `its status is ${status}`;
  return closed.map(({ id, reason }) => `${id}: ${reason}`).join('; ');
}

function statusIn(metadata: string | undefined): unknown {
  try {
    return (JSON.parse(metadata ?? '{}') as { status?: unknown }).status;
  } catch {
    return undefined;
  }
}
