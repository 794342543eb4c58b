import { headingsOf } from './headings';
import { parseTokens } from './parse-tokens';

const slugsOf = (text: string): string[] => headingsOf(parseTokens(text)).map(({ slug }) => slug);

describe('headingsOf', () => {
  it.each([
    ['# 1) Platform & Scope — v1.0\n', ['1-platform--scope--v10']],
    ['## A\n## A\n## A-1\n## A\n', ['a', 'a-1', 'a-1-1', 'a-2']],
    ['Title\n=====\n\nSub `code` **bold** [link](x.md)\n---\n', ['title', 'sub-code-bold-link']],
    ['# Über‑Größe\n', ['übergröße']],
    ['```md\n# no heading\n```\n\n    # nor this\n\n<!-- # nor this -->\n', []],
    ['<h2>A</h2>\n\n## A\n', ['a-1']],
    ['> ## In a quote\n\n* # In a list\n', ['in-a-quote', 'in-a-list']],
    ['---\ntitle: x\n---\n# After front matter\n', ['after-front-matter']],
  ])('gives the headings of %j the anchors of GitHub [FP-LINK-004]', (text, slugs) => {
    expect(slugsOf(text)).toEqual(slugs);
  });

  it('keeps the lines of the whole text', () => {
    expect(headingsOf(parseTokens('\uFEFF---\r\nx: 1\r\n---\r\n\r\n# A\r\n'))[0]).toEqual({
      depth: 1,
      text: 'A',
      line: 5,
      slug: 'a',
    });
  });
});
