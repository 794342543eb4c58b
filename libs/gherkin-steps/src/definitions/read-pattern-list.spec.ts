import { readPatternList } from './read-pattern-list';
import { writtenPattern } from './step-definition';

describe('readPatternList', () => {
  it('reads strings as regular expressions, and objects', () => {
    const text = `[
  "^noop$",
  { "regexp": "a (\\\\d+)", "flags": "i" },
  { "pattern": "b" },
  { "expression": "c {int}", "file": "src/steps.rs", "line": 7 }
]`;
    const result = readPatternList('steps.json', text);
    expect(result.findings).toEqual([]);
    expect(
      result.ok &&
        result.value.map(
          ({ pattern, file, position }) => `${file}:${position?.line} ${writtenPattern(pattern)}`,
        ),
    ).toEqual([
      'steps.json:2 /^noop$/',
      'steps.json:3 /a (\\d+)/i',
      'steps.json:4 /b/',
      "src/steps.rs:7 'c {int}'",
    ]);
  });

  it('tells every entry that is no pattern and keeps the others', () => {
    const result = readPatternList(
      'steps.json',
      '["a", 1, {"regexp": "a", "expression": "b"}, {}, null, {"pattern": 1}]',
    );
    expect(result.ok && result.value).toHaveLength(1);
    expect(result.findings.map(({ id, path }) => `${id} ${path}`)).toEqual(
      [1, 2, 3, 4, 5].map((index) => `stepcheck/invalid-pattern /${index}`),
    );
  });

  it.each([
    ['{}', 'stepcheck/invalid-patterns'],
    ['[', 'stepcheck/invalid-json'],
    ['', 'stepcheck/empty-document'],
  ])('fails with %j', (text, id) => {
    expect(readPatternList('steps.json', text)).toMatchObject({
      ok: false,
      findings: [{ id, file: 'steps.json' }],
    });
  });

  it('reads JSON whatever the file is called', () => {
    expect(readPatternList('steps.txt', 'a: 1')).toMatchObject({
      ok: false,
      findings: [{ file: 'steps.txt' }],
    });
  });
});
