import type { UnionFlag } from '@fixpoint/surface-formats';

/** Every known way to write a flag, its key first. Nothing tells how else a hidden flag is spelled. */
export function spellingsOf({ key, long, short, aliases = [], hidden }: UnionFlag): readonly string[] {
  if (hidden === true) return [key];
  const all = [key, long, short, ...aliases].filter((spelling) => spelling !== undefined);
  return [...new Set(all)];
}

/** Whether a spelling is a short form: one dash. */
export function isShort(spelling: string): boolean {
  return !spelling.startsWith('--');
}
