import type { ProbeRecord } from '@fixpoint/surface-formats';
import type { EnabledSurface } from './enabled-pass';
import type { FeatureSwitches } from './features';
import type { HiddenFlags } from './hidden-flags';
import type { SurfaceTree } from './surface-tree';

/** Everything that was read of one executable: the facts that a snapshot is derived from. */
export interface Surface {
  readonly tree: SurfaceTree;
  readonly hiddenFlags: HiddenFlags;
  readonly probe: ProbeRecord;
  readonly features?: FeatureSwitches;
  /** What only appeared with the features enabled. */
  readonly added?: Pick<EnabledSurface, 'addedCommands' | 'addedFlags'>;
  /** The documents that second sources were read from, by kind. */
  readonly documents: readonly { readonly kind: string; readonly text: string }[];
}
