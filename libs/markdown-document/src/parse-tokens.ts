import MarkdownIt from 'markdown-it';

/** A token of markdown-it: of a block, or of what stands in one. */
export type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number];

/** CommonMark with tables and strikethrough, HTML kept, nothing made a link that is not written as one. */
const parser = new MarkdownIt({ html: true, linkify: false, typographer: false });

/**
 * The tokens of a Markdown text (CommonMark, tables and strikethrough of GFM). YAML front matter at the very beginning is no part of the
 * text, as on GitHub. Lines of the tokens (`map`) count from 0 and are those of the whole text, front matter included.
 *
 * @param text any text; a byte order mark at its beginning is skipped, CRLF and CR are line ends as well
 */
export function parseTokens(text: string): Token[] {
  return parser.parse(blankFrontMatter(text.replace(/^\uFEFF/, '')), {});
}

/** A text with its front matter made empty lines. */
export function blankFrontMatter(text: string): string {
  const [matter] = /^---[ \t]*\r?\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text) ?? [];
  return matter === undefined ? text : matter.replace(/[^\n]+/g, '') + text.slice(matter.length);
}
