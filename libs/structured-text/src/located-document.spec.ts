import { findingAt, textDocument } from './located-document';

const JSON_TEXT = '{\n  "a": [\n    { "b/c": 1 }\n  ]\n}\n';

describe('textDocument', () => {
  it.each([
    ['', { line: 1, column: 1 }],
    ['/a', { line: 2, column: 3 }],
    ['/a/0', { line: 3, column: 5 }],
    ['/a/0/b~1c', { line: 3, column: 7 }],
    ['/a/0/none/deeper', { line: 3, column: 5 }],
  ])('knows where %j begins', (pointer, position) => {
    expect(textDocument('x.json', JSON_TEXT, {}).positionOf(pointer)).toEqual(position);
  });

  it('knows the places of YAML, too', () => {
    expect(textDocument('x.yaml', 'a:\n  - b: 1\n', {}).positionOf('/a/0/b')).toEqual({ line: 2, column: 5 });
  });

  it('parses its text once for any number of places', () => {
    const rows = Array.from({ length: 4_000 }, (_, index) => ({ index }));
    const document = textDocument('x.json', JSON.stringify(rows, null, 2), rows);
    const lines = rows.map((_, index) => document.positionOf(`/${index}/index`)?.line);
    expect(lines).toEqual(rows.map((_, index) => 3 * index + 3));
  });
});

describe('findingAt', () => {
  it('is an error at a place, unless it says something else', () => {
    const document = textDocument('x.json', JSON_TEXT, {});
    expect(findingAt(document, '/a', { id: 'x/y', message: 'm', fix: 'f' })).toEqual({
      id: 'x/y',
      severity: 'error',
      message: 'm',
      fix: 'f',
      file: 'x.json',
      path: '/a',
      position: { line: 2, column: 3 },
    });
    const severity = 'note';
    expect(findingAt(document, '/a', { id: 'x/y', message: 'm', fix: 'f', severity }).severity).toBe('note');
  });
});
