import fc from 'fast-check';
import { parseWrittenJson, repeatedKeyFindings } from './repeated-keys';

describe('parseWrittenJson', () => {
  it('tells every key that its object has already, with its position', () => {
    const text = '{\n  "a": 1,\n  "b": [{ "c": 1, "c": 2 }],\n  "a": 3\n}\n';
    const { ok, findings } = parseWrittenJson(text, 'x.json', 'config');
    expect(ok).toBe(false);
    expect(findings.map(({ id, path, position }) => [id, path, position])).toEqual([
      ['config/repeated-key', '/b/0/c', { line: 3, column: 19 }],
      ['config/repeated-key', '/a', { line: 4, column: 3 }],
    ]);
  });

  it('sees through escapes and a byte order mark, and does not mix objects up', () => {
    expect(parseWrittenJson('\ufeff{"a/b": 1, "a\\u002fb": 2}', 'x.json').findings).toMatchObject([
      { path: '/a~1b', position: { line: 1, column: 12 } },
    ]);
    expect(parseWrittenJson('{"a": {"a": 1}, "b": [{"a": 1}, {"a": 2}]}', 'x.json').ok).toBe(true);
    expect(parseWrittenJson('{"__proto__": 1, "constructor": 2}', 'x.json').ok).toBe(true);
  });

  it('leaves what is not JSON to the parser', () => {
    expect(parseWrittenJson('{"a": 1, "a":', 'x.json', 'lock').findings).toMatchObject([
      { id: 'lock/invalid-json' },
    ]);
  });
});

describe('repeatedKeyFindings', () => {
  it('finds nothing in what JSON.stringify prints', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => repeatedKeyFindings(JSON.stringify(value), 'x', 'x').length === 0,
      ),
    );
  });
});
