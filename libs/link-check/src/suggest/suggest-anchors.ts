import { decodePercent } from '@fixpoint/markdown-document';
import { closest, type Budget } from './closest';

/** Anchors that may have been meant. */
export interface AnchorGuess {
  readonly anchors: readonly string[];
  readonly isCertain: boolean;
}

/** The anchors of a document by what they are recognised by. */
interface AnchorIndex {
  readonly byBones: ReadonlyMap<string, readonly string[]>;
  readonly byId: ReadonlyMap<string, readonly string[]>;
}

const indexes = new WeakMap<readonly string[], AnchorIndex>();

/**
 * What an anchor may have been meant for: the same but for punctuation and letters that other tools drop, then the id with which it
 * begins (`req-12-old-title`), then what is spelt most like it.
 */
export function suggestAnchors(names: readonly string[], fragment: string, budget: Budget): AnchorGuess {
  const wanted = decodePercent(fragment)
    .replace(/^user-content-/i, '')
    .normalize('NFC')
    .toLowerCase();
  const { byBones, byId } = indexOf(names);
  const found = byBones.get(bonesOf(wanted)) ?? byId.get(idOf(wanted) ?? '');
  if (found !== undefined) return { anchors: found.slice(0, MOST), isCertain: found.length === 1 };
  const { names: anchors, isCertain } = closest(wanted, names, budget);
  return { anchors, isCertain };
}

/** More are of no help. */
const MOST = 3;

function indexOf(names: readonly string[]): AnchorIndex {
  let index = indexes.get(names);
  if (index === undefined) {
    const keyed = (keyOf: (name: string) => string | undefined) =>
      groupBy(names, (name) => keyOf(name.toLowerCase()));
    index = { byBones: keyed((name) => bonesOf(name) || undefined), byId: keyed(idOf) };
    indexes.set(names, index);
  }
  return index;
}

function groupBy(
  names: readonly string[],
  keyOf: (name: string) => string | undefined,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const key = keyOf(name);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [name]);
    else group.push(name);
  }
  return groups;
}

/** What is left of an anchor when runs of hyphens are one and only ASCII counts. */
function bonesOf(name: string): string {
  return name
    .replace(/[^a-z0-9-]+/g, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
}

/** `req-12`, or `req-12-title`: words and a number at the beginning. */
const LEADING_ID = /^[a-z][a-z_]*(?:-[a-z_]+){0,3}-\d+[a-z]?(?=-|$)/;

function idOf(name: string): string | undefined {
  return LEADING_ID.exec(name)?.[0];
}
