import type { Difference } from './judgement';

/** What a title can be compared with: the lines of the paragraph or list item around a line. */
export function paragraphAround(lines: readonly string[], line: number): string {
  const isBreak = (text: string | undefined): boolean =>
    text === undefined || text.trim() === '' || /^#/.test(text);
  const isItem = (text: string | undefined): boolean => /^\s*(?:[*+-]|\d+[.)])\s/.test(text ?? '');
  let start = line - 1;
  while (!isItem(lines[start]) && !isBreak(lines[start - 1])) start -= 1;
  let end = line;
  while (!isBreak(lines[end]) && !isItem(lines[end])) end += 1;
  return plain(lines.slice(start, end).join(' '));
}

/** A line without the marks of Markdown and without bracketed ids. */
export function plain(text: string): string {
  return text
    .replace(/\[(?:(?:ORCH|OC)[-\u2010-\u2015A-Z]*[-\u2010-\u2015]\d+(?:\.\.\d+)?)?(?:\.\.\d+)?\]/g, ' ')
    .replace(/^\s*(?:>\s*)?(?:[*+-]\s+)?/, '')
    .replace(/\*\*|`|\\(?=[_*])/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?])(?= |$)/g, '$1')
    .trim();
}

/** What the earlier title has of a line, and what ours has. */
export function compareTitle(
  theirs: string,
  ours: string,
  { line, paragraph }: { readonly line: string; readonly paragraph: string },
): Difference[] {
  if (theirs === ours) return [];
  const cleaned = plain(theirs);
  const causes: Difference[] = [];
  if (!plain(line).startsWith(cleaned.replace(/\W+$/, '')))
    causes.push({ problem: `their title is not of the line: ${theirs}` });
  if (cleaned !== theirs) causes.push('title debris');
  const isCut = ours.endsWith('…');
  const words = isCut ? ours.slice(0, -1) : ours;
  const at = paragraph.indexOf(words);
  const behind = paragraph.slice(at + words.length);
  if (at === -1) causes.push({ problem: `the title is not of the spec: ${ours}` });
  else if (isCut) causes.push(...cutTitle(words, behind));
  else if (behind !== '' && !/^ /.test(behind)) causes.push({ problem: `the title ends in a word: ${ours}` });
  if (!isCut && cleaned !== ours) causes.push(shorterOrLonger(theirs, cleaned, ours));
  return causes;
}

function cutTitle(words: string, behind: string): Difference[] {
  const graphemes = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(words)].length;
  const isAtWord = /^[\s,;:–—-]/.test(behind) || !words.includes(' ');
  return isAtWord && graphemes < 120 ? ['title cut'] : [{ problem: `the cut is not at a word: ${words}` }];
}

/** The earlier tool cut at 160 bytes, in the middle of a word as well, and took the whole line otherwise. */
function shorterOrLonger(theirs: string, cleaned: string, ours: string): Difference {
  if (Buffer.byteLength(theirs) >= 158 && ours.startsWith(cleaned)) return 'title cut';
  if (cleaned.startsWith(ours) && /[.!?]["')\]]*$/.test(ours)) return 'sentence as title';
  return { problem: `the titles differ: ${cleaned} / ${ours}` };
}
