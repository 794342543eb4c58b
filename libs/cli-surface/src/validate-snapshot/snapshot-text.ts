import { canonical, SNAPSHOT } from '@fixpoint/artifact-schemas';
import { toJsonText, type Snapshot } from '@fixpoint/surface-formats';

/**
 * The bytes of `snapshots/<version>/<target_triple>.json`: keys in the fixed order of the format (parity contract §2.10, the
 * fields of rules version 2 after those of version 1), commands, flags, arguments and omissions sorted, the keys of
 * `features` sorted at every level, empty optional lists left out.
 *
 * Keys that the format does not know are left out; the order of aliases, choices and value names is that of the help page.
 */
export function snapshotText(snapshot: Snapshot): string {
  return toJsonText(canonical(snapshot, SNAPSHOT));
}
