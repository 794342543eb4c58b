import fc from 'fast-check';
import {
  fromPointer,
  nearest,
  parseJson,
  parseYaml,
  positionOfOffset,
  positionOfPointer,
  toPointer,
} from './index';

describe('positionOfOffset', () => {
  it('counts lines and columns from one', () => {
    expect(positionOfOffset('ab\ncd', 0)).toEqual({ line: 1, column: 1 });
    expect(positionOfOffset('ab\ncd', 2)).toEqual({ line: 1, column: 3 });
    expect(positionOfOffset('ab\ncd', 3)).toEqual({ line: 2, column: 1 });
    expect(positionOfOffset('ab\ncd', 99)).toEqual({ line: 2, column: 3 });
  });
});

describe('parseJson', () => {
  it('refuses a text that is nested deeper than readers can follow, and says where [FP-DIAG-005]', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(parseJson(nested(256), 'x.json').ok).toBe(true);
    expect(parseJson(`{"a": "[[\\"${'['.repeat(300)}"}`, 'x.json').ok).toBe(true);
    const [finding] = parseJson(nested(100_000), 'x.json', 'union').findings;
    expect([finding?.id, finding?.position]).toEqual(['union/invalid-json', { line: 1, column: 257 }]);
  });

  it('says where a file that was cut in half ends [FP-DIAG-004]', () => {
    const result = parseJson('{\n  "a": [1,\n', 'x.json', 'union');
    expect(result).toMatchObject({ ok: false, findings: [{ id: 'union/invalid-json', file: 'x.json' }] });
    expect(result.findings[0]?.message).toContain('ends too early');
  });

  it('says where an error in the middle is', () => {
    expect(parseJson('{\n  "a": tru,\n  "b": 1\n}', 'x.json').findings[0]?.position).toEqual({
      line: 2,
      column: 8,
    });
  });

  it('refuses comments, trailing commas and an empty file', () => {
    for (const text of ['{"a":1,}', '// c\n{}', '']) expect(parseJson(text, 'x.json').ok).toBe(false);
  });

  it('reads whatever JSON.stringify prints', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const result = parseJson(JSON.stringify(value), 'x.json');
        expect(result.ok && result.value).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parseJson(text, 'x').ok === 'boolean'));
  });
});

describe('parseYaml', () => {
  it('gives every error with its position [FP-DIAG-004]', () => {
    const result = parseYaml('a: [1\nb: 2\n', 'x.yaml');
    expect(result.ok).toBe(false);
    expect(result.findings[0]).toMatchObject({
      id: 'input/invalid-yaml',
      position: { line: expect.any(Number) },
    });
  });

  it.each([
    ['levels', '['.repeat(100_000)],
    ['aliases', doubled(12)],
  ])('refuses a text of too many %s', (_what, text) => {
    const { findings } = parseYaml(text, 'x.yaml', 'cover');
    expect(findings).toMatchObject([{ id: 'cover/invalid-yaml', position: { line: 1 } }]);
  });
});

/** A list of two lists of two lists…, each an alias of the one before. */
function doubled(levels: number): string {
  const lines = Array.from({ length: levels }, (_, i) => `k${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`);
  return `k0: &a0 [x]\n${lines.join('')}`;
}

describe('positionOfPointer', () => {
  const json = '{\n  "a": [\n    { "b/c": 1 }\n  ]\n}';

  it('gives the place that makes a text too deep to be read', () => {
    expect(positionOfPointer(`\n${'['.repeat(100_000)}`, '/0/a')).toEqual({ line: 2, column: 257 });
  });

  it('finds keys and items in JSON', () => {
    expect(positionOfPointer(json, '/a/0/b~1c')).toEqual({ line: 3, column: 7 });
    expect(positionOfPointer(json, '/a/0')).toEqual({ line: 3, column: 5 });
    expect(positionOfPointer(json, '')).toEqual({ line: 1, column: 1 });
  });

  it('takes the nearest enclosing value when the pointer leads nowhere', () => {
    expect(positionOfPointer(json, '/a/7/x')).toEqual({ line: 2, column: 3 });
  });

  it('finds keys in YAML', () => {
    expect(positionOfPointer('a:\n  - b: 1\n    c: 2\n', '/a/0/c')).toEqual({ line: 3, column: 5 });
  });

  it('takes pointers apart as it builds them', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (segments) =>
        expect(fromPointer(toPointer(segments))).toEqual(segments),
      ),
    );
  });
});

describe('nearest', () => {
  it('suggests what was probably meant and nothing far away', () => {
    expect(nearest('expected_target', ['expected_targets', 'required_target'])).toBe('expected_targets');
    expect(nearest('zzz', ['expected_targets'])).toBeUndefined();
  });
});
