import { BOUND_KEYWORDS, type BoundName } from '../rules/bound-aspects';
import type { Part } from './expand';
import type { Bound } from './flat-schema';
import { objectOf } from './keywords';

/** The bounds of a schema: of several the narrowest. `exclusiveMinimum: true` (3.0) makes a bound of another name of `minimum`. */
export function flatBounds(parts: readonly Part[]): ReadonlyMap<BoundName, Bound> {
  const bounds = new Map<BoundName, Bound>();
  for (const part of parts) {
    for (const [name, { keyword, side }] of BOUND_KEYWORDS) {
      const bound = boundOf(part, name, keyword);
      if (bound === undefined || saysNothing(bound)) continue;
      const base = name.replace('exclusive-', '') as BoundName;
      const known = bounds.get(base);
      if (known === undefined || isNarrower(bound, known, side)) bounds.set(base, bound);
    }
  }
  return bounds;
}

function boundOf(part: Part, name: BoundName, keyword: string): Bound | undefined {
  const object = objectOf(part);
  const limit = object[keyword];
  if (typeof limit !== 'number' || !Number.isFinite(limit)) return undefined;
  const isExclusive =
    (name === 'min' && object['exclusiveMinimum'] === true) ||
    (name === 'max' && object['exclusiveMaximum'] === true);
  return { name: isExclusive ? `exclusive-${name}` : name, limit };
}

/** Nothing has a negative length or number of items. */
function saysNothing({ name, limit }: Bound): boolean {
  return limit <= 0 && /^min-/.test(name);
}

/** Whether a bound allows less than another one of the same side. */
export function isNarrower(bound: Bound, other: Bound, side: 'lower' | 'upper'): boolean {
  if (bound.limit !== other.limit) return (side === 'lower') === bound.limit > other.limit;
  return bound.name !== other.name && bound.name.startsWith('exclusive-');
}
