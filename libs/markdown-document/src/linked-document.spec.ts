import { parseLinkedDocument, type LinkedDocument } from './linked-document';

/** `line:column kind target` of every link. */
const linesOf = (text: string, bareUrls = false): string[] => {
  const document = parseLinkedDocument(text, { bareUrls });
  return document.links.map((link) => {
    const { line, column } = document.positionOf(link);
    return `${line}:${column} ${link.kind} ${link.target}`;
  });
};

const writtenIn = (
  text: string,
  document: LinkedDocument = parseLinkedDocument(text),
): (string | undefined)[] =>
  document.links.map((link) => {
    const range = document.targetRangeOf(link);
    return range && text.slice(range.start, range.end);
  });

describe('parseLinkedDocument', () => {
  it.each([
    ['See [a](x.md) and ![b](y.png "t").', ['1:5 link x.md', '1:19 image y.png']],
    ['[![badge](b.svg)](ci.md)', ['1:2 image b.svg', '1:1 link ci.md']],
    ['a\n  b [c\nd](<e f.md>)', ['2:5 link e f.md']],
    ['> - > quoted [a](x.md)\n>   > next [b](y.md)', ['1:14 link x.md', '2:12 link y.md']],
    ['1. a\n\n   \tb [c](x.md)', ['3:7 link x.md']],
    ['## T [a](x.md) ##\n\nU [b](y.md)\n---', ['1:6 link x.md', '3:3 link y.md']],
    ['| a | b |\n|---|---|\n| [x](x.md) | `\\|` [y](y.md) |\n', ['3:3 link x.md', '3:20 link y.md']],
    ['> |a|[x](x.md)|\n> |-|-|\n> |x|[x](x.md)|', ['1:6 link x.md', '3:6 link x.md']],
    ['[a]: x.md "t"\n[A]: second.md\n\nSee [a] and [text][a].', ['1:1 definition x.md']],
    ['> [a]:\n> x.md', ['1:3 definition x.md']],
    ['[^1]: x.md\n\nNote[^1].', []],
    [
      '<https://a.example> <mailto:a@b.example>',
      ['1:1 autolink https://a.example', '1:21 autolink mailto:a@b.example'],
    ],
    ['[a](x\\_y.md) [b](x&amp;y.md)', ['1:1 link x_y.md', '1:14 link x&y.md']],
    ['[a](a(b)c.md) [b]()', ['1:1 link a(b)c.md', '1:15 link ']],
    ['![t [no](x.md)](y.png)', ['1:1 image y.png']],
    ['[a][b] and [c][] but matrix[i][j], [d]', ['1:1 undefined-reference b', '1:12 undefined-reference c']],
  ])('finds the links of %j', (text, links) => {
    expect(linesOf(text)).toEqual(links);
  });

  it.each([
    ['<p>\n  <a class=x href="x.md?a&amp;b">t</a>\n</p>', ['2:3 html x.md?a&b']],
    [
      "text <img alt='>' src = y.png> <source srcset='a.png 1x, b.png 2x'>",
      ['1:6 html y.png', '1:32 html a.png', '1:32 html b.png'],
    ],
    ['<a href="&#46;&#x2F;x&apos;.md">', ["1:1 html ./x'.md"]],
    ['<IMG SRC="Y.png"/>', ['1:1 html Y.png']],
    ['<script>\n"<a href=no.md>"\n</script>\n', []],
    ['<!-- <a href="no.md"> [no](no.md)\n\n[no](no.md) --> \n\n[yes](yes.md)', ['5:1 link yes.md']],
    ['<div>\n<!--\n\n[no](no.md)\n\n--> <a href=yes.md>\n</div>', []],
    ['<div>\n<!--\n\n[no](no.md)\n\n</div> --> <a href=yes.md>', ['6:12 html yes.md']],
  ])('finds the addresses in the tags of %j', (text, links) => {
    expect(linesOf(text)).toEqual(links);
  });

  it.each([
    '```md\n[no](x.md)\n```',
    '    [no](x.md)',
    '`[no](x.md)` and ``<a href="x.md">``',
    '<!-- [no](x.md) -->',
    '---\nx: "[no](x.md)"\n---\n',
    '\\[no](x.md)',
  ])('takes nothing for a link in %j [FP-LINK-003]', (text) => {
    expect(linesOf(text)).toEqual([]);
  });

  it('keeps positions behind front matter, a byte order mark and CRLF', () => {
    const text = '\uFEFF---\r\na: 1\r\n---\r\n\r\nSee\r\n[a](x.md)\r\n';
    expect(linesOf(text)).toEqual(['6:1 link x.md']);
    expect(writtenIn(text)).toEqual(['x.md']);
    expect(linesOf('\uFEFF[a](x.md)')).toEqual(['1:1 link x.md']);
    expect(writtenIn('\uFEFF[a](x.md)')).toEqual(['x.md']);
  });

  it('says where an address is written', () => {
    expect(writtenIn('[![a](b.png)](<c d.md> "](e)") ![x]( f\\_g.md )')).toEqual([
      'b.png',
      'c d.md',
      'f\\_g.md',
    ]);
    expect(writtenIn('> [a]: <x y.md> "t"\n\n<a href=" z.md ">')).toEqual(['x y.md', 'z.md']);
    expect(writtenIn('| `\\|` | [a](x.md) |\n|-|-|\n')).toEqual(['x.md']);
    expect(writtenIn('<a href="x.md?a&amp;b&#x3D;c#d">')).toEqual(['x.md?a&amp;b&#x3D;c#d']);
    expect(writtenIn('> [a]:\n> x.md')).toEqual([undefined]);
  });

  it('finds addresses in running text only where they are asked for', () => {
    const text =
      'See https://a.example/b_(c)). Not `https://no.example`, <https://d.example>, or [x](https://e.example).';
    expect(linesOf(text)).toHaveLength(2);
    expect(linesOf(text, true)).toEqual([
      '1:57 autolink https://d.example',
      '1:81 link https://e.example',
      '1:5 bare https://a.example/b_(c)',
    ]);
    expect(linesOf('Ask a.b+c@d.example, see www.e.example/f.', true)).toEqual([
      '1:5 bare mailto:a.b+c@d.example',
      '1:26 bare http://www.e.example/f',
    ]);
  });
});

describe('anchors of a document', () => {
  const namesOf = (text: string): readonly string[] => parseLinkedDocument(text).anchors().names;

  it.each([
    ['# A — `b` **c** [d](x)!\n## A\n## A\n', ['a--b-c-d', 'a', 'a-1']],
    ['<a id="one"></a>\n\n<a name=two></a> text\n\n<div id="three">', ['one', 'two', 'three']],
    ['<h1 align="center">\n  The <i>Title</i>\n</h1>\n\n# The Title', ['the-title', 'the-title-1']],
    ['<h2 id="x">\n\nMore *text*\n\n</h2>', ['x', 'more-text']],
    ['<h2>R&amp;D &lt;b&gt;</h2>', ['rd-b']],
    ['## Text {#own-id}', ['text-own-id', 'own-id', 'text']],
    ['```\n# no\n```\n<!-- <a id="no"> -->', []],
  ])('are made by the rule of GitHub: %j [FP-LINK-004]', (text, names) => {
    expect(namesOf(text)).toEqual(names);
  });

  it.each([
    ['# Über Größe', 'über-größe'],
    ['# Über Größe', '%C3%BCber-gr%C3%B6%C3%9Fe'],
    ['# Über Größe', 'U\u0308BER-GRÖSSE'.replace('SS', 'ß')],
    ['# ⚙️ Options', '️-options'],
    ['# ⚙️ Options', '-options'],
    ['# ![logo](x.png) Name', '-name'],
    ['# ![logo](x.png) Name', 'name'],
    ['# A', 'user-content-a'],
    ['<a id="MixedCase"></a>', 'mixedcase'],
  ])('has in %j what %j leads to', (text, fragment) => {
    expect(parseLinkedDocument(text).anchors().has(fragment)).toBe(true);
  });

  it('does not have what no heading makes', () => {
    expect(parseLinkedDocument('# A b').anchors().has('a_b')).toBe(false);
    expect(parseLinkedDocument('# A b').anchors().has('%')).toBe(false);
  });
});
