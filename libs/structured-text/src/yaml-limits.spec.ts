import { parseLocated } from './parse-located';
import { parseYaml } from './parse-yaml';

const LEVELS = 100_000;

/** The finding of either reader, which have to agree. */
function refusal(text: string) {
  const results = [parseLocated('a.yaml', text, 'input'), parseYaml(text, 'a.yaml')];
  const [first, second] = results.map(({ findings }) =>
    findings.map(({ message, position }) => [message, position]),
  );
  expect(second).toEqual(first);
  return first;
}

describe('the limits of YAML', () => {
  const tooDeep = 'a.yaml is not YAML: it is nested deeper than 256 levels';

  it.each([
    ['lists in brackets', `a: ${'['.repeat(LEVELS)}`, { line: 1, column: 260 }],
    ['maps in braces', `a:\n  ${'{a: '.repeat(LEVELS)}`, undefined],
    ['lists on one line', `${'- '.repeat(LEVELS)}1\n`, undefined],
    [
      'maps, each indented',
      Array.from({ length: 600 }, (_, level) => `${' '.repeat(level)}a:\n`).join(''),
      undefined,
    ],
  ])('are told of %s at once, and at the same place each time [FP-DIAG-005]', (_name, text, position) => {
    const started = performance.now();
    const told = refusal(text);
    expect(told).toEqual([[tooDeep, position ?? expect.any(Object)]]);
    expect(refusal(text)).toEqual(told);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('do not count what is only written like levels', () => {
    const text = `a: |\n  ${' '.repeat(1000)}x\nb: "${'['.repeat(1000)}"\nc: [${'[], '.repeat(1000)}]\n`;
    expect(parseYaml(text, 'a.yaml').ok).toBe(true);
    expect(parseLocated('a.yaml', text, 'input').ok).toBe(true);
  });

  it('are passed by an alias within what it stands for', () => {
    expect(refusal('x: &x\n  y: 1\n  z: *x\n')).toEqual([
      ['a.yaml is not YAML: the alias stands for something that contains it', { line: 3, column: 6 }],
    ]);
    expect(parseYaml('x: &x {a: 1}\ny: [*x, *x]\n', 'a.yaml').ok).toBe(true);
  });
});
