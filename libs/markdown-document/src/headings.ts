import { htmlText, scanHtml } from './html-tags';
import { type Token } from './parse-tokens';
import { createSlugger } from './slugger';

/** A heading of a document. */
export interface Heading {
  /** 1 to 6. */
  readonly depth: number;
  /** Its text as it is read, without markup. */
  readonly text: string;
  /** Line, from 1. */
  readonly line: number;
  /** The anchor that GitHub gives it, without `#`; the second of the same name has `-1`. */
  readonly slug: string;
}

/**
 * The headings of a document in their order, with anchors by GitHub's rule. Those that are written as HTML are none of them, but they take
 * their anchors away from the ones behind them.
 */
export function headingsOf(tokens: readonly Token[]): Heading[] {
  const slugOf = createSlugger();
  return tokens.flatMap((token, index) => {
    if (token.type === 'html_block') htmlTitles(token.content).forEach(slugOf);
    const inline = tokens[index + 1];
    if (token.type !== 'heading_open' || inline === undefined) return [];
    const text = plainText(inline.children ?? []);
    return [
      {
        depth: Number(token.tag.slice(1)),
        text: text.trim(),
        line: (token.map?.[0] ?? 0) + 1,
        slug: slugOf(text.trim()),
      },
    ];
  });
}

/** Titles of the headings in a piece of HTML. */
function htmlTitles(html: string): string[] {
  const tags = scanHtml(html).tags.filter(({ name }) => /^h[1-6]$/.test(name));
  return tags.flatMap((tag, index) => {
    const next = tags[index + 1];
    return tag.isClosing || next?.isClosing !== true ? [] : [htmlText(html.slice(tag.end, next.start))];
  });
}

/** The text of inline tokens as it is read: no markup, no HTML, no pictures. */
export function plainText(children: readonly Token[]): string {
  return children
    .map((child) => {
      if (child.type === 'text' || child.type === 'code_inline' || child.type === 'text_special')
        return child.content;
      return child.type === 'softbreak' || child.type === 'hardbreak' ? ' ' : '';
    })
    .join('');
}
