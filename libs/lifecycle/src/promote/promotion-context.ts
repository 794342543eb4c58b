import type { Manifest, PointerKind } from '@fixpoint/surface-formats';
import type { PromotionFacts, PromotionRequest } from './promotion-facts';

/** What every step of planning looks at. */
export interface PromotionContext {
  readonly facts: PromotionFacts;
  readonly manifest: Manifest;
  readonly request: PromotionRequest;
}

/** What one pointer is to become. */
export interface Move {
  readonly path: string;
  /** The version it is to name; `none` for a pointer that has to exist and names nothing yet. */
  readonly to: string;
  readonly reason: string;
  /** A move that may be left out when the pointer is further already. */
  readonly optional: boolean;
}

/** Whether the promotion moves the required target, and with it the root. */
export function movesRoot({ manifest, request: { targets } }: PromotionContext): boolean {
  return targets === undefined || targets.includes(manifest.targets.required);
}

/** The targets of a kind of pointer that the version may be named for. */
export function qualifying(kind: PointerKind, { metadata }: PromotionFacts): readonly string[] {
  const supported = metadata.coverage?.supported_targets ?? [];
  if (kind === 'latest_supported') return supported;
  const passed = metadata.validation?.passed_targets ?? [];
  return supported.filter((target) => passed.includes(target));
}
