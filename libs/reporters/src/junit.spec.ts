import fc from 'fast-check';
import { reportJunit } from './junit';
import { REPORTS, reportOf, verdictOf } from './testing/reports';
import { renderXml } from './xml';

const UNESCAPED: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#10;': '\n',
  '&#9;': '\t',
};

const unescape = (text: string) => text.replace(/&[^;]*;/g, (entity) => UNESCAPED[entity] ?? `?${entity}`);

/** Reads the tags of a document and fails when they do not nest. */
function parseTags(
  xml: string,
): readonly { readonly name: string; readonly attributes: Record<string, string> }[] {
  const tags: { name: string; attributes: Record<string, string> }[] = [];
  const open: string[] = [];
  const body = xml.replace(/^<\?xml[^>]*\?>\n/, '');
  for (const [, close, name = '', attributes = '', empty] of body.matchAll(
    /<(\/?)([a-z-]+)((?: [a-z]+="[^"<>]*")*)(\/?)>/g,
  )) {
    if (close) expect(open.pop()).toBe(name);
    else {
      const pairs = [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)];
      tags.push({
        name,
        attributes: Object.fromEntries(pairs.map(([, key, value]) => [key, unescape(value ?? '')])),
      });
      if (!empty) open.push(name);
    }
  }
  expect(open).toEqual([]);
  expect(body.replace(/<\/?[a-z-]+(?: [a-z]+="[^"<>]*")*\/?>/g, '')).not.toMatch(/[<>]/);
  return tags;
}

describe('JUnit', () => {
  it.each(Object.entries(REPORTS))('counts what it lists: %s', (_name, report) => {
    const tags = parseTags(reportJunit(report).output);
    const count = (name: string) => String(tags.filter((tag) => tag.name === name).length);
    expect(tags[0]?.attributes).toMatchObject({
      tests: count('testcase'),
      failures: count('failure'),
      errors: count('error'),
    });
    expect(count('testsuite')).toBe(String(report.verdicts.length));
  });

  it('holds any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (value, text) => {
        const xml = renderXml({
          name: 'a',
          attributes: { b: value },
          children: [{ name: 'c', attributes: {}, text }],
        });
        expect(parseTags(xml).map((tag) => tag.name)).toEqual(['a', 'c']);
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\uFFFE\uFFFF]|\p{Surrogate}/u);
      }),
    );
  });

  it('gives printable text back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~\n\t]*$/), (value) => {
        const [tag] = parseTags(renderXml({ name: 'a', attributes: { b: value } }));
        expect(tag?.attributes['b']).toBe(value);
      }),
    );
  });

  it('keeps the findings of one target over several roots apart', () => {
    const finding = { id: 'a/b', severity: 'error', message: 'm', file: 'f', fix: 'x' } as const;
    const verdicts = ['one', 'two'].map((root) => verdictOf({ root, outcome: 'drift', findings: [finding] }));
    const tags = parseTags(reportJunit(reportOf('drift', ...verdicts)).output);
    expect(tags.filter((tag) => tag.name === 'testsuite').map((tag) => tag.attributes)).toEqual([
      { name: 'union one', tests: '1', failures: '1', errors: '0' },
      { name: 'union two', tests: '1', failures: '1', errors: '0' },
    ]);
  });
});
