import type { Manifest } from './manifest';

/** A command line that can be pasted as it stands; `version` is left out where a target has none. */
export function fixCommand(target: string, { root }: Pick<Manifest, 'root'>, version?: string): string {
  const place = `fixpoint ${target} --root ${shellWord(root === '' ? '.' : root)}`;
  return version === undefined ? place : `${place} --version ${shellWord(version)}`;
}

/** A word as a POSIX shell reads it, quoted only where it must be. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
