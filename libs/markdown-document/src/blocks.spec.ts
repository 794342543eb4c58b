import { blocksOf } from './blocks';
import { parseTokens } from './parse-tokens';

const blocks = (text: string) => blocksOf(parseTokens(text), text);
/** Where in the source a word of a block of prose stands. */
const find = (text: string, word: string) => {
  for (const block of blocks(text).prose) {
    const at = block.text.indexOf(word);
    if (at !== -1) return block.positionOf(at);
  }
  return undefined;
};

describe('blocksOf', () => {
  it('gives prose with its surroundings', () => {
    const text =
      'a\n# B\n- c\n  - d\n\n    e\n- > f\n\n| g | h |\n|---|---|\n| i | j |\n\n```\nno\n```\n<!-- no -->\n';
    expect(
      blocks(text).prose.map(({ kind, text: words, heading, items, cell }) => [
        words,
        kind,
        heading,
        items.join(),
        ...(cell === undefined ? [] : [`${cell.row}/${cell.column} ${cell.header} ${cell.isHeader}`]),
      ]),
    ).toEqual([
      ['a', 'paragraph', -1, ''],
      ['B', 'heading', 0, ''],
      ['c', 'paragraph', 0, '0'],
      ['d', 'paragraph', 0, '0,1'],
      ['e', 'paragraph', 0, '0,1'],
      ['f', 'paragraph', 0, '2'],
      ['g', 'cell', 0, '', '0/0 g true'],
      ['h', 'cell', 0, '', '0/1 h true'],
      ['i', 'cell', 0, '', '1/0 g false'],
      ['j', 'cell', 0, '', '1/1 h false'],
    ]);
  });

  it('marks code, links, and what is strong or struck, and leaves out HTML and pictures', () => {
    const [block] = blocks('**a** `b` [c](d "e") ~~f~~ <b>g</b><code>h</code> ![i](j)<!-- k --> l').prose;
    const marked = block?.spans.map(({ kind, start, end }) => `${kind} ${block.text.slice(start, end)}`);
    expect(block?.text).toBe('a b c f gh  l');
    expect(marked).toEqual(['strong a', 'code b', 'link c', 'struck f', 'code h']);
  });

  it.each([
    ['- [x] a\\_b &amp; **c** `d`\n  more [l](W1 "t") ![i](W1) *W1*\n', 2, 30],
    ['> a\r\n> - b <br> `W` W1\r\n', 2, 16],
    ['| W2 | b\\|c | W1 |\n|---|---|---|\n', 1, 15],
    ['| a | a |\n|---|---|\n| a | a W1 |\n', 3, 9],
    ['\uFEFF# A &#x41;\\# **b** W1\n', 1, 20],
    ['[W1]: <W1>\n\n[a][W1] and [W1 x](<W1>) W1!\n', 3, 14],
    ['a  \n   b W1\n', 2, 6],
  ])('says where a word of %j stands', (text, line, column) => {
    expect(find(text, 'W1')).toEqual({ line, column });
  });

  it('tells code of all kinds, and whether a fence is closed', () => {
    const text =
      '~~~MD x\n# a\n~~~\n\n    b\n\n<div>\nc\n</div>\n\n> ```\n> d\n\n- ```js\n  e\n  ```\n\n```\nf\n``` no\n';
    expect(blocks(text).code.map(({ text: _, ...code }) => Object.values(code).join())).toEqual([
      'fence,~~~,md,1,2,true',
      'indented,,,5,5,true',
      'html,,,7,7,true',
      'fence,```,,11,12,false',
      'fence,```,js,14,15,true',
      'fence,```,,18,19,false',
    ]);
  });
});
