import fc from 'fast-check';
import { isLocatedJson, type LocatedJson, parseJsonText, toPointer } from './json-text';

function located(text: string): LocatedJson {
  const parsed = parseJsonText(text);
  if (!isLocatedJson(parsed)) throw new Error(parsed.reason);
  return parsed;
}

describe('parseJsonText', () => {
  const text = '{\n  "a": [\n    1,\n    { "b": true }\n  ]\n}\n';

  it('tells where a value starts and ends', () => {
    const json = located(text);
    expect(json.position(['a', 1, 'b'])).toEqual({ line: 4, column: 12 });
    expect(json.end(['a', 1])).toEqual({ line: 4, column: 17 });
    expect(json.span(['a'])).toEqual({ first: 2, last: 5 });
    expect(json.position([])).toEqual({ line: 1, column: 1 });
  });

  it('falls back to the nearest value around a path that leads nowhere', () => {
    expect(located(text).position(['a', 7, 'x'])).toEqual({ line: 2, column: 8 });
    expect(located(text).position(['a', 'x'])).toEqual({ line: 2, column: 8 });
  });

  it('takes the last of repeated keys, as JSON.parse does', () => {
    const json = located('{"a": 1,\n"a": 2}');
    expect(json.value).toEqual({ a: 2 });
    expect(json.position(['a'])).toEqual({ line: 2, column: 6 });
  });

  it.each([
    ['{"a": 1,', 'it ends in the middle', 1, 9],
    ['', 'it ends in the middle', 1, 1],
    ['{\n  "a": 1\n  "b": 2\n}\n', 'comma expected', 3, 3],
    ['{\n  // no\n  "a": 1\n}\n', 'invalid comment token', 2, 3],
    ['{"a": 1,}\n', 'property name expected', 1, 9],
    ['{\n<<<<<<< ours\n  "a": 1\n=======\n}\n', 'it holds a git conflict marker', 2, 1],
  ])('says why %j is not JSON', (broken, reason, line, column) => {
    expect(parseJsonText(broken)).toEqual({ reason, position: { line, column } });
  });

  it('refuses what is nested too deeply to be followed', () => {
    const text = `{\n"a": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(parseJsonText(text)).toEqual({
      reason: 'it is nested deeper than 256 levels',
      position: { line: 2, column: 261 },
    });
  });

  it('agrees with JSON.parse on what is JSON', () => {
    const mangled = fc
      .tuple(fc.json(), fc.nat(40), fc.constantFrom('', ',', '}', '"', '\n', '\u0001', 'x'))
      .map(([json, at, insert]) => json.slice(0, at) + insert + json.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(fc.json(), mangled), (candidate) => {
        let value: unknown;
        let isJson = true;
        try {
          value = JSON.parse(candidate);
        } catch {
          isJson = false;
        }
        const parsed = parseJsonText(candidate);
        expect(isLocatedJson(parsed)).toBe(isJson);
        if (isLocatedJson(parsed)) expect(parsed.value).toEqual(value);
      }),
    );
  });

  it('escapes pointers', () => {
    expect(toPointer(['a/b', 0, 'm~n'])).toBe('/a~1b/0/m~0n');
    expect(toPointer([])).toBe('');
  });
});
