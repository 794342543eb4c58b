import type { Difference } from '../difference';
import { differenceIn, type OperationContext } from './compare-context';
import {
  alternativeText,
  isAnonymous,
  requirementsOf,
  satisfies,
  schemesOf,
  type Alternative,
  type Requirements,
} from './security';

type Event = 'added' | 'removed' | 'became-required' | 'no-longer-required' | 'scope-added' | 'scope-removed';

interface SecurityChange {
  readonly event: Event;
  readonly from?: string;
  readonly to?: string;
}

/** Compares what an operation asks consumers to authenticate with: each way that was enough has to be enough still. */
export function compareSecurity(context: OperationContext): Difference[] {
  const old = requirementsOf(context.old, context.oldOperation);
  const now = requirementsOf(context.now, context.nowOperation);
  const scope = old.isGlobal && now.isGlobal ? 'api-global-security' : 'api-security';
  return changesOf(old, now).map(({ event, from, to }) =>
    differenceIn(context, `${scope}-${event}`, {
      subject: 'it',
      from,
      to,
      old: old.place,
      now: now.place,
      part: { side: 'request' },
    }),
  );
}

function changesOf(old: Requirements, now: Requirements): SecurityChange[] {
  if (isAnonymous(old) !== isAnonymous(now)) {
    return isAnonymous(now)
      ? [{ event: 'no-longer-required' }]
      : [{ event: 'became-required', to: now.alternatives.map(alternativeText).join(' or ') }];
  }
  const refused = isAnonymous(now) ? [] : uncovered(old.alternatives, now.alternatives);
  const news = isAnonymous(old) ? [] : uncovered(now.alternatives, old.alternatives);
  const [tightened, removed] = split(refused, now.alternatives);
  const [loosened, added] = split(news, old.alternatives);
  return [
    ...removed.map((one) => ({ event: 'removed' as const, from: alternativeText(one) })),
    ...added.map((one) => ({ event: 'added' as const, to: alternativeText(one) })),
    ...tightened.map(([was, is]) => ({ event: 'scope-added' as const, to: missing(is, was) })),
    ...loosened.flatMap(([is, was]) => {
      const from = missing(was, is);
      return from === '' ? [] : [{ event: 'scope-removed' as const, from }];
    }),
  ];
}

/** Alternatives whose credentials are enough for none of the others. */
function uncovered(alternatives: readonly Alternative[], others: readonly Alternative[]): Alternative[] {
  return alternatives.filter((one) => !others.some((other) => satisfies(one, other)));
}

/** Alternatives with the one of the others that has the same schemes, and those without. */
function split(
  alternatives: readonly Alternative[],
  others: readonly Alternative[],
): [(readonly [Alternative, Alternative])[], Alternative[]] {
  const partners = alternatives.map(
    (one) => [one, others.find((other) => schemesOf(other) === schemesOf(one))] as const,
  );
  return [
    partners.flatMap(([one, other]) => (other === undefined ? [] : [[one, other] as const])),
    partners.flatMap(([one, other]) => (other === undefined ? [one] : [])),
  ];
}

/** Scopes that one alternative wants and the other one has not. */
function missing(wanted: Alternative, granted: Alternative): string {
  return [...wanted]
    .flatMap(([scheme, scopes]) => scopes.filter((scope) => !granted.get(scheme)?.includes(scope)))
    .join(', ');
}
