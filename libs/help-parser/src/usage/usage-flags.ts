import { type SnapshotFlag, withoutAbsent } from '@fixpoint/surface-formats';

const FLAG =
  /(?<=^|[\s[({|<,])(--(?:\[no-?\])?[^\s[\](){}|<>=,.:'"-][^\s[\](){}|<>=,.:'"]*|-(?:\[[\w]+\]|[^\s[\](){}|<>=,.:'"-][^\s[\](){}|<>=,.:'"]*))(\[?=|(?: ?[<[]| )(?=[A-Z<]))?/gu;

// `[--options]` is where flags come.
const PLACE = /^--?(?:options?|flags?|args)$/i;

/**
 * Adds the flags that the usage lines show and no table lists. Letters behind one dash, `[-abc]`, are flags of their own,
 * unless the table has names of that kind.
 */
export function addUsageFlags(listed: readonly SnapshotFlag[], forms: readonly string[]): SnapshotFlag[] {
  const known = new Set(listed.flatMap((flag) => [flag.long, flag.short, ...(flag.aliases ?? [])]));
  const hasLongNames = Array.from(known).some((name) => name !== undefined && /^-[^-]../u.test(name));
  const added: SnapshotFlag[] = [];
  for (const form of forms)
    for (const match of form.matchAll(FLAG))
      for (const name of namesOf(match[1] as string, hasLongNames)) {
        if (known.has(name)) continue;
        known.add(name);
        added.push(toFlag(name, match[2] !== undefined));
      }
  return [...listed, ...added];
}

function namesOf(word: string, hasLongNames: boolean): string[] {
  const negated = /^--\[(no-?)\](.+)$/.exec(word);
  if (negated !== null) return [`--${negated[2]}`, `--${negated[1]}${negated[2]}`];
  if (PLACE.test(word)) return [];
  if (word.startsWith('--')) return [word];
  const letters = Array.from(word.replace(/[-[\]]/g, ''));
  if (letters.length === 1 || word.startsWith('-[') || isCluster(letters, hasLongNames))
    return letters.map((letter) => `-${letter}`);
  return hasLongNames ? [word] : [];
}

// `-NUM` is a number. Where names of several letters are usual, only what cannot be a word is a cluster.
function isCluster(letters: readonly string[], hasLongNames: boolean): boolean {
  const word = letters.join('');
  if (!letters.every((letter) => /[\p{L}\d?]/u.test(letter)) || /^[A-Z]{2,}$/.test(word)) return false;
  return !hasLongNames || (/\p{Ll}\p{Lu}/u.test(word) && new Set(letters).size < letters.length);
}

function toFlag(name: string, takesValue: boolean): SnapshotFlag {
  const isLong = name.length > 2;
  return withoutAbsent({
    long: isLong ? name : undefined,
    short: isLong ? undefined : name,
    takes_value: takesValue,
  });
}
