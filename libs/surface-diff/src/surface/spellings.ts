import type { UnionFlag } from '@fixpoint/surface-formats';

/** Every way to write a flag, its key first. */
export function spellingsOf({ key, long, short, aliases = [] }: UnionFlag): readonly string[] {
  const all = [key, long, short, ...aliases].filter((spelling) => spelling !== undefined);
  return [...new Set(all)];
}

/** Whether a spelling is a short form: one dash. */
export function isShort(spelling: string): boolean {
  return !spelling.startsWith('--');
}
