import fc from 'fast-check';
import { runStepcheck, toldFindings } from './test-support';

/** How a step of a constructed feature is meant to come out. */
type Fate = 'defined' | 'undefined' | 'ambiguous';

interface ConstructedStep {
  readonly keyword: string;
  readonly fate: Fate;
  /** A parameter: none, a number, or a place for a value of examples. */
  readonly parameter: 'none' | 'number' | 'value';
  readonly argument: 'none' | 'table' | 'text';
}

interface ConstructedScenario {
  readonly rows: number;
  readonly tables: number;
  readonly steps: readonly ConstructedStep[];
}

const step = fc.record<ConstructedStep>({
  keyword: fc.constantFrom('Given', 'When', 'Then', 'And', 'But', '*'),
  fate: fc.constantFrom<Fate>('defined', 'defined', 'undefined', 'ambiguous'),
  parameter: fc.constantFrom('none', 'number', 'value'),
  argument: fc.constantFrom('none', 'none', 'table', 'text'),
});
const scenario = fc.record<ConstructedScenario>({
  rows: fc.integer({ min: 1, max: 3 }),
  tables: fc.integer({ min: 0, max: 2 }),
  steps: fc.array(step, { minLength: 1, maxLength: 5 }),
});
const project = fc.record({
  background: fc.array(step, { maxLength: 2 }),
  scenarios: fc.array(scenario, { minLength: 1, maxLength: 4 }),
  unused: fc.integer({ min: 0, max: 3 }),
  isInRule: fc.boolean(),
  isRegexp: fc.boolean(),
});

/** The names of words are letters, so that they are no parameters themselves. */
const word = (index: number): string =>
  `w${'abcdefghij'[index % 10]}${'abcdefghij'[Math.floor(index / 10) % 10]}`;

interface Built {
  readonly feature: string;
  readonly steps: string;
  readonly expected: readonly string[];
}

function build({
  background,
  scenarios,
  unused,
  isInRule,
  isRegexp,
}: typeof project extends fc.Arbitrary<infer T> ? T : never): Built {
  const lines = ['Feature: F', ...(isInRule ? ['  Rule: R'] : [])];
  const definitions: string[] = [];
  const expected: string[] = [];
  let count = 0;
  const define = (text: string): void => {
    const source = isRegexp ? `/^${text.replace('{int}', '(\\d+)')}$/` : `'${text}'`;
    definitions.push(`Given(${source}, f);`);
  };
  const add = ({ keyword, fate, parameter, argument }: ConstructedStep, values: readonly string[]): void => {
    const name = word(count);
    count += 1;
    const tail = { none: '', number: ' 7', value: values.length > 0 ? ' <v>' : ' 8' }[parameter];
    lines.push(`    ${keyword} do ${name}${tail}`);
    const texts =
      parameter === 'value' && values.length > 0
        ? values.map((value) => `do ${name} ${value}`)
        : [`do ${name}${tail}`];
    const place = `a.feature:${lines.length}:5`;
    if (argument === 'table') lines.push('      | Given x |', '      | * y     |');
    if (argument === 'text') lines.push('      """', '      When no step', '      """');
    if (fate !== 'undefined') define(parameter === 'none' ? `do ${name}` : `do ${name} {int}`);
    if (fate === 'ambiguous') definitions.push(`When(/^do ${name}/, f);`);
    if (fate !== 'defined')
      expected.push(...[...new Set(texts)].map((text) => `${fate}-step ${place} ${text}`));
  };
  if (background.length > 0) lines.push('  Background:');
  for (const each of background) add(each, []);
  for (const [index, { rows, tables, steps }] of scenarios.entries()) {
    lines.push(`  Scenario: s${index}`);
    const values = Array.from({ length: rows * tables }, (_, row) => String(10 + row));
    for (const each of steps) add(each, values);
    for (let table = 0; table < tables; table += 1) {
      lines.push(
        '    Examples:',
        '      | v |',
        ...values.slice(table * rows, (table + 1) * rows).map((value) => `      | ${value} |`),
      );
    }
  }
  for (let index = 0; index < unused; index += 1) {
    definitions.push(`Then('unused ${word(index)}', f);`);
    expected.push(`unused-definition steps.ts:${definitions.length}:1 'unused ${word(index)}'`);
  }
  return { feature: `${lines.join('\n')}\n`, steps: `${definitions.join('\n')}\n`, expected };
}

describe('constructed projects', () => {
  it('come out exactly as they were constructed [FP-STEP-001]', async () => {
    await fc.assert(
      fc.asyncProperty(project, async (parts) => {
        const { feature, steps, expected } = build(parts);
        // Nothing is defined at all: that is another finding.
        fc.pre(steps.trim() !== '');
        const run = await runStepcheck({ 'a.feature': feature, 'steps.ts': steps });
        // Of one place five texts are told; the constructed ones have six at the most.
        const told = toldFindings(run);
        const places = new Map<string, number>();
        const most = expected.filter((line) => {
          const place = line.split(' ').slice(0, 2).join(' ');
          places.set(place, (places.get(place) ?? 0) + 1);
          return (places.get(place) ?? 0) <= 5;
        });
        expect([...told].sort()).toEqual([...most].sort());
      }),
      { numRuns: 300, seed: 11 },
    );
  });
});
