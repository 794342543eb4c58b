import { findingAt, type LocatedDocument } from '@fixpoint/structured-text';
import type { Finding } from '@fixpoint/model';
import type { Difference } from '../difference';
import { templateShape } from '../document/path-template';
import { ruleOf } from '../rules/rules';
import type { Waiver } from './waiver';

/** Waivers that hold, and what is wrong with those that do not. */
export interface JudgedWaivers {
  readonly holding: readonly Waiver[];
  readonly expired: readonly Waiver[];
}

/**
 * Tells waivers that hold from those whose last day has passed; without a day all of them hold.
 *
 * @req FP-BRK-008
 */
export function judgeWaivers(waivers: readonly Waiver[], today: string | undefined): JudgedWaivers {
  const isOver = ({ until }: Waiver): boolean => today !== undefined && until < today;
  return { holding: waivers.filter((waiver) => !isOver(waiver)), expired: waivers.filter(isOver) };
}

/** The waiver that a difference falls under, if it needs one. */
export function waiverOf(difference: Difference, waivers: readonly Waiver[]): Waiver | undefined {
  if (ruleOf(difference.rule).level === 'note') return undefined;
  return waivers.find(({ rule, location }) => rule === difference.rule && isAt(difference, location));
}

function isAt({ operation, old, now }: Difference, location: string): boolean {
  const named = /^(\S+) (\/.*)$/.exec(location);
  if (named === null) {
    // The whole document is written as `/`, for nobody sees an empty text.
    const pointer = location.replace(/^#/, '').replace(/^\/$/, '');
    return [old?.pointer, now.pointer].some((place) => place === pointer || place?.startsWith(`${pointer}/`));
  }
  const [, method, path] = named as unknown as [string, string, string];
  if (operation === undefined || operation.method.toLowerCase() !== method.toLowerCase()) return false;
  return [operation.path, operation.oldPath].some(
    (template) => template !== undefined && templateShape(template) === templateShape(path),
  );
}

/**
 * A waiver whose last day has passed.
 *
 * @req FP-BRK-007
 */
export function expiredFinding(document: LocatedDocument, waiver: Waiver): Finding {
  return findingAt(document, waiver.pointer, {
    id: 'breaking/waiver-expired',
    message: `the waiver of ${waiver.rule} at ${waiver.location} held until ${waiver.until}`,
    actual: waiver.until,
    fix: `repair what it waived, or give it a later day and say why`,
  });
}

/**
 * A waiver that waives nothing.
 *
 * @req FP-BRK-009
 */
export function unusedFinding(
  document: LocatedDocument,
  waiver: Waiver,
  severity: Finding['severity'],
): Finding {
  return findingAt(document, waiver.pointer, {
    id: 'breaking/waiver-unused',
    severity,
    message: `the waiver of ${waiver.rule} at ${waiver.location} matches no difference`,
    fix: 'remove the waiver, or correct its rule or its location',
  });
}
