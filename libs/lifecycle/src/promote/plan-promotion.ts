import type { Finding } from '@fixpoint/model';
import {
  compareBytes,
  compareVersions,
  CURRENT_FILE,
  LATEST_VALIDATED_FILE,
  NO_VERSION,
  POINTER_KINDS,
  pointerFile,
  versionMetadataFile,
} from '@fixpoint/surface-formats';
import { ruleSetOf } from '../rule-sets';
import { movesRoot, qualifying, type Move, type PromotionContext } from './promotion-context';
import { promotionFindings } from './promotion-findings';
import { promotionGates } from './promotion-gates';
import type { PlannedChange, PromotionPlan, Unmoved } from './promotion-plan';
import { describePointer, pointerText, readPointerValue } from './pointer-value';

/**
 * Plans a promotion without making it: the pointers of every target that the version is supported and validated on, the root's
 * own pointers and `current.json` when the required target is among them. It is refused as a whole when one gate does not hold.
 * Planning again after applying gives no change.
 */
export function planPromotion(context: PromotionContext): PromotionPlan {
  const { facts, manifest, request } = context;
  const moves = [...targetMoves(context), ...ruleSetOf(manifest).promotion.rootMoves(context)];
  const settled = moves.map((move) => settle(move, context));
  const files = [currentChange(context), metadataChange(context)].flatMap((change) => change ?? []);
  const changes = [...settled.flatMap(({ change }) => change ?? []), ...files]
    .filter(({ path, text }) => facts.committed.get(path) !== text)
    .sort((a, b) => compareBytes(a.path, b.path));
  return {
    version: request.version,
    changes,
    unmoved: settled.flatMap(({ unmoved }) => unmoved ?? []),
    refused: [...promotionGates(context), ...settled.flatMap(({ refused }) => refused ?? [])],
  };
}

function targetMoves(context: PromotionContext): Move[] {
  const { facts, manifest, request } = context;
  const { version, targets } = request;
  return POINTER_KINDS.flatMap((kind) =>
    manifest.targets.expected.flatMap((target): Move[] => {
      const path = pointerFile(kind, target);
      const isWanted = targets === undefined || targets.includes(target);
      if (isWanted && qualifying(kind, facts).includes(target)) {
        const reason = kind === 'latest_supported' ? 'supported there' : 'supported and validated there';
        const optional = targets === undefined && target !== manifest.targets.required;
        return [{ path, to: version, reason, optional }];
      }
      const isAbsent = facts.committed.get(path) === undefined;
      return isAbsent
        ? [{ path, to: NO_VERSION, reason: 'every target has its pointers', optional: false }]
        : [];
    }),
  );
}

interface Settled {
  readonly change?: PlannedChange;
  readonly unmoved?: Unmoved;
  readonly refused?: Finding;
}

/** @req FP-LIFE-008 */
function settle({ path, to, reason, optional }: Move, context: PromotionContext): Settled {
  const { facts, request } = context;
  const value = readPointerValue(facts.committed.get(path));
  const from = describePointer(value);
  const isBackward = value.kind === 'version' && compareVersions(value.version, to) > 0;
  if (value.kind === 'malformed') return { refused: promotionFindings(context).malformedPointer(path, from) };
  if (!isBackward || request.allowBackward === true) {
    return { change: { path, from, to, reason, text: pointerText(to) } };
  }
  if (optional) return { unmoved: { path, value: from, reason: `newer than ${to}` } };
  return { refused: promotionFindings(context).backward(path, { from, to }) };
}

function currentChange(context: PromotionContext): PlannedChange | undefined {
  const { facts, request } = context;
  if (!movesRoot(context)) return undefined;
  const from = facts.committed.has(CURRENT_FILE) ? 'another union' : 'absent';
  const to = `the union of ${request.version}`;
  const reason = `it is the union that ${LATEST_VALIDATED_FILE} names`;
  return { path: CURRENT_FILE, from, to, reason, text: facts.union };
}

function metadataChange({ facts, request }: PromotionContext): PlannedChange {
  return {
    path: versionMetadataFile(request.version),
    from: 'its status',
    to: facts.metadata.status,
    reason: 'promotion records every input of the union as passed',
    text: facts.metadataText,
  };
}
