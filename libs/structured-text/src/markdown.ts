/**
 * Text that shows as itself in Markdown, on one line. Names after `@` and numbers after `#` are kept from turning into
 * mentions and references where the text is pasted into an issue, and dollar signs from turning into formulas.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*[\]<|$]|~(?=~)|(?<!\w)_|_(?!\w)|&(?=#?\w+;)/g, '\\$&')
    .replace(/^(?:[-+>]|#+|\d+(?=[.)](?:\s|$)))/, (marker) =>
      marker.replace(/\d+$/, '$&\\').replace(/^[-+>#]/, '\\$&'),
    )
    .replace(/([@])(?=\w)|(#)(?=\d)/g, '$&<!-- -->');
}

/** A code span that holds any text, back-ticks included, on one line; an empty text shows as two quotes. */
export function codeSpan(text: string): string {
  return literalSpan(oneLine(text));
}

/**
 * A code span that holds a text of one line as it is, blanks included; an empty one shows as two quotes. Its fence is the shortest that is not in it, as
 * formatters leave it.
 */
export function literalSpan(text: string): string {
  const content = text || '""';
  const runs = new Set((content.match(/`+/g) ?? []).map((run) => run.length));
  let length = 1;
  while (runs.has(length)) length += 1;
  const fence = '`'.repeat(length);
  const pad = /^`|`$/.test(content) ? ' ' : '';
  return `${fence}${pad}${content}${pad}${fence}`;
}

/** A fenced block that holds any text. */
export function codeBlock(text: string, language = ''): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text.replaceAll('\r', '')}\n${fence}`;
}

/** The paragraphs of a text, without the blank lines between them. */
export function paragraphsOf(text: string | undefined): string[] {
  const paragraphs = text?.split(/\n\s*\n/).map((paragraph) => paragraph.trim()) ?? [];
  return paragraphs.filter((paragraph) => paragraph !== '');
}

function oneLine(text: string): string {
  return /[^\S ]| {2}|^ | $/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

function longestRun(text: string): number {
  if (!text.includes('`')) return 0;
  return Math.max(...(text.match(/`+/g) ?? []).map((run) => run.length));
}
