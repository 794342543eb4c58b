import { createSlugger } from './slugger';

/** What can be jumped to in a document. */
export interface Anchors {
  /** Whether a fragment (without `#`, as it stands in the address) leads somewhere. */
  has(fragment: string): boolean;
  /** The anchors of headings as GitHub makes them, and the ids and names of elements, each once, in the order of the document. */
  readonly names: readonly string[];
}

/** Where an anchor comes from. */
export type AnchorSource =
  | { readonly kind: 'heading'; readonly text: string }
  /** Of an element, or `{#id}` of a heading. */
  | { readonly kind: 'id'; readonly id: string };

/**
 * Anchors by GitHub's rule: letters in lower case, punctuation gone, spaces as hyphens, and a number behind the second of a name. A browser
 * on GitHub finds them in any case; so does this. Text begins with a space where a picture stands first, which GitHub keeps as a hyphen
 * and other renderers drop: both lead there.
 *
 * @req FP-LINK-004
 */
export function anchorsOf(sources: readonly AnchorSource[]): Anchors {
  const slugOf = createSlugger();
  const names = new Set<string>();
  const known = new Set<string>();
  const add = (name: string): void => void known.add(anchorKey(name));
  for (const source of sources) {
    const name = source.kind === 'id' ? source.id : slugOf(source.text.trim());
    names.add(name);
    add(name);
    if (source.kind === 'heading' && source.text !== source.text.trim()) add(createSlugger()(source.text));
  }
  return { names: [...names], has: (fragment) => known.has(fragmentKey(fragment)) };
}

/** A fragment as it is compared: percent-decoded, without the prefix that GitHub puts before ids. */
function fragmentKey(fragment: string): string {
  return anchorKey(decodePercent(fragment).replace(/^user-content-/i, ''));
}

// The invisible mark that makes a character an emoji is kept or dropped by whoever copies an anchor.
function anchorKey(name: string): string {
  return name.normalize('NFC').toLowerCase().replaceAll('\uFE0F', '');
}

/** A text with its percent codes read; one with a code that is none is left as it is. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
