import MarkdownIt from 'markdown-it';
import type { PlacedLink } from './collect-links';

const { parseLinkDestination, parseLinkTitle } = new MarkdownIt().helpers;

/** Where the address of a link is written in the content around it, without the brackets `<…>` that may hold it. */
export function targetRange({ kind, target, start, end, place, written }: PlacedLink) {
  const { content } = place;
  if (written !== undefined) return written;
  if (kind === 'definition') {
    const range = destinationIn(content, content.indexOf(']:', start) + 2);
    return range?.target === target ? range : undefined;
  }
  if (kind !== 'link' && kind !== 'image') return undefined;
  // A link may hold a picture, and its text whatever it likes: the address is the one after which the link ends.
  for (let at = content.indexOf('](', start); at !== -1 && at < end; at = content.indexOf('](', at + 1)) {
    const range = destinationIn(content, at + 2);
    if (range?.target === target && endsAfter(content, range.after, end)) return range;
  }
  return undefined;
}

function destinationIn(content: string, from: number) {
  const at = skipSpace(content, from);
  const { ok, pos, str } = parseLinkDestination(content, at, content.length);
  if (!ok) return undefined;
  const bracket = content[at] === '<' ? 1 : 0;
  return { start: at + bracket, end: pos - bracket, after: pos, target: str };
}

function endsAfter(content: string, from: number, end: number): boolean {
  const at = skipSpace(content, from);
  if (at === end - 1) return content[at] === ')';
  const title = parseLinkTitle(content, at, end);
  return title.ok && skipSpace(content, title.pos) === end - 1;
}

function skipSpace(text: string, from: number): number {
  const space = /[ \t\n]*/y;
  space.lastIndex = from;
  space.test(text);
  return space.lastIndex;
}
