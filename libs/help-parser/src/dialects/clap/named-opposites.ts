import type { SnapshotFlag } from '@fixpoint/surface-formats';

const WORD_ENDS = /[\s,;:=<>[\](){}|/'"`]+/;

/**
 * The flags that are named as the exact opposite of another in that one's own description: "can be disabled with --no-x". clap negates nothing
 * by itself, so a program that names the opposite declares it, mostly hidden. They take no value.
 */
export function namedOpposites(flags: readonly SnapshotFlag[]): SnapshotFlag[] {
  const known = new Set(flags.flatMap(({ long, aliases = [] }) => [long, ...aliases]));
  return flags.flatMap(({ long, description }) => {
    const opposite = oppositeOf(long);
    if (opposite === undefined || known.has(opposite) || !names(description, opposite)) return [];
    known.add(opposite);
    return [{ long: opposite, takes_value: false }];
  });
}

function oppositeOf(long: string | undefined): string | undefined {
  if (long === undefined) return undefined;
  return long.startsWith('--no-') ? `--${long.slice('--no-'.length)}` : `--no-${long.slice('--'.length)}`;
}

function names(description: string | undefined, flag: string): boolean {
  const words = (description ?? '').split(WORD_ENDS);
  return words.some((word) => word.replace(/\.+$/, '') === flag);
}
