import { parseLocated } from './parse-located';

const read = (file: string, text: string) => parseLocated(file, text, 'test');

describe('parseLocated', () => {
  it.each([
    ['a.json', '{\n  "b": [1, {"c": 2}]\n}\n'],
    ['a.yaml', 'x: &x\n  c: 2\nb:\n  - 1\n  - *x\n'],
  ])('knows where the values of %s stand', (file, text) => {
    const parsed = read(file, text);
    if (!parsed.ok) throw new Error('not read');
    expect(parsed.value.value).toMatchObject({ b: [1, { c: 2 }] });
    expect(parsed.value.positionOf('/b')).toEqual({
      line: file === 'a.json' ? 2 : 3,
      column: file === 'a.json' ? 3 : 1,
    });
    expect(parsed.value.positionOf('/b/1/c')).toEqual(
      file === 'a.json' ? { line: 2, column: 13 } : { line: 2, column: 3 },
    );
  });

  it('gives the nearest place for what is not there', () => {
    const parsed = read('a.yml', 'b:\n  c: 1\n');
    expect(parsed.ok && parsed.value.positionOf('/b/none/deep')).toEqual({ line: 1, column: 1 });
  });

  it.each([
    ['a.yaml', 'b: [1\n', 'test/invalid-yaml'],
    ['a.yaml', 'b: 1\nb: 2\n', 'test/invalid-yaml'],
    ['a.yaml', '# a comment alone\n', 'test/empty-document'],
    ['a.yaml', ' \n', 'test/empty-document'],
    ['a.json', '\ufeff', 'test/empty-document'],
    ['a.json', '{"b": }', 'test/invalid-json'],
    ['a.yaml', '['.repeat(100_000), 'test/invalid-yaml'],
    [
      'a.yaml',
      'a: &a [1, 1]\n' +
        'bcdefghijk'.replace(
          /./g,
          (k) =>
            `${k}: &${k} [*${String.fromCharCode(k.charCodeAt(0) - 1)}, *${String.fromCharCode(k.charCodeAt(0) - 1)}, *${String.fromCharCode(k.charCodeAt(0) - 1)}]\n`,
        ),
      'test/invalid-yaml',
    ],
  ])('finds what is wrong with %s %#', (file, text, id) => {
    const parsed = read(file, text);
    expect(parsed.ok).toBe(false);
    expect(parsed.findings).toEqual([expect.objectContaining({ id, file, position: expect.anything() })]);
  });

  it('takes `__proto__` for a key', () => {
    const parsed = read('a.yaml', '__proto__:\n  b: 1\n');
    expect(parsed.ok && Object.keys(parsed.value.value as object)).toEqual(['__proto__']);
  });
});
