import type { SnapshotCommand, SnapshotFlag } from '@fixpoint/surface-formats';
import { identical, sameValue, valueOf, type ComparedField, type Fields, type Seen } from './unit';

/** A flag of a command beside the root flag of the same key. */
export interface FlagBesideRoot {
  readonly own: Seen<SnapshotFlag>;
  readonly root: Seen<SnapshotFlag>;
  readonly command: Seen<SnapshotCommand>;
}

/** Rules version 1: the key alone decides (parity contract §4.3). */
export function repeatsByKey(): boolean {
  return true;
}

/**
 * Rules version 2: on every target that has the command, the flag is there exactly where the root flag is, with the same
 * meaning in every compared field. So nothing is lost: what was folded can be told from the root flag and the command.
 *
 * @req FP-UNION-006
 */
export function repeatsByMeaning(compared: readonly ComparedField[]): (flag: FlagBesideRoot) => boolean {
  return ({ own, root, command }) =>
    command.every((present, index) => {
      if (present === undefined) return true;
      const [mine, above] = [own[index], root[index]];
      if (mine === undefined || above === undefined) return mine === above;
      if (identical(mine as unknown as Fields, above as unknown as Fields)) return true;
      return compared.every((field) => sameValue(meaning(mine, field), meaning(above, field), field));
    });
}

function meaning(flag: SnapshotFlag, field: ComparedField): unknown {
  return valueOf(flag as unknown as Fields, field.name);
}
