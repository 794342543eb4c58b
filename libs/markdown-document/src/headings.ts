// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the package has no types, and every program that compiles this file needs them
/// <reference path="./github-slugger.d.ts" />
import Slugger from 'github-slugger';
import { type Token } from './parse-tokens';

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

/** The headings of a document in their order, with anchors by GitHub's rule. */
export function headingsOf(tokens: readonly Token[]): Heading[] {
  const slugger = new Slugger();
  return tokens.flatMap((token, index) => {
    const inline = tokens[index + 1];
    if (token.type !== 'heading_open' || inline === undefined) return [];
    const text = plainText(inline.children ?? []);
    return [
      {
        depth: Number(token.tag.slice(1)),
        text: text.trim(),
        line: (token.map?.[0] ?? 0) + 1,
        slug: slugger.slug(text.trim()),
      },
    ];
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
