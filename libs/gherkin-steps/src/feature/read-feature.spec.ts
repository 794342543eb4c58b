import type { Feature, FeatureTag } from './feature';
import { readFeature } from './read-feature';

function featureOf(text: string, file = 'a.feature'): Feature {
  const result = readFeature(file, text);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
}

/** Each pickle as `scenario@row: keyword text (line:column)`. */
function picklesOf({ pickles }: Feature): string[][] {
  return pickles.map(({ scenario, row, steps }) => [
    `${scenario.name}${row ? `@${row.line}` : ''}`,
    ...steps.map(
      ({ keyword, text, position, argument }) =>
        `${position.line}:${position.column} ${keyword} ${text}${argument ? ` [${argument}]` : ''}`,
    ),
  ]);
}

const told = ({ name, position, on, title, scenarios }: FeatureTag): string =>
  `${position.line}:${position.column} ${name} ${on} "${title}": ${scenarios.map((each) => each.name).join(', ')}`;

const WHOLE = `@all
Feature: F
  words

  Background:
    Given a ground

  @one @two
  Scenario: plain
    When a table
      | x |
    But a text
      """
      Given not a step
      """
    * a star

  @rule
  Rule: R
    Background:
      Given a floor

    @outline
    Scenario Outline: out <n>
      Then there are <n> of <kind>

      @few
      Examples: few
        | n | kind |
        | 1 | <n>  |
      @many
      Examples:
        | kind | n |
        | b    | 7 |
        | c    | 8 |
`;

describe('readFeature', () => {
  it('expands scenarios with backgrounds, rules and every table of examples', () => {
    expect(picklesOf(featureOf(WHOLE))).toEqual([
      [
        'plain',
        '6:5 Given a ground',
        '10:5 When a table [data-table]',
        '12:5 But a text [doc-string]',
        '16:5 * a star',
      ],
      ['out <n>@30', '6:5 Given a ground', '21:7 Given a floor', '25:7 Then there are 1 of <n>'],
      ['out <n>@34', '6:5 Given a ground', '21:7 Given a floor', '25:7 Then there are 7 of b'],
      ['out <n>@35', '6:5 Given a ground', '21:7 Given a floor', '25:7 Then there are 8 of c'],
    ]);
  });

  it('says what each tag stands on and which scenarios inherit it', () => {
    expect(featureOf(WHOLE).tags.map(told)).toEqual([
      '1:1 @all feature "F": plain, out <n>',
      '8:3 @one scenario "plain": plain',
      '8:8 @two scenario "plain": plain',
      '18:3 @rule rule "R": out <n>',
      '23:5 @outline outline "out <n>": out <n>',
      '27:7 @few examples "few": out <n>',
      '31:7 @many examples "": out <n>',
    ]);
  });

  it('knows the scenarios, their rule and how many steps are their own', () => {
    expect(featureOf(WHOLE).scenarios).toEqual([
      { name: 'plain', position: { line: 9, column: 3 }, isOutline: false, steps: 3 },
      { name: 'out <n>', position: { line: 24, column: 5 }, isOutline: true, steps: 1, rule: 'R' },
    ]);
  });

  it('reads other dialects', () => {
    const feature = featureOf(
      '# language: de\nFunktionalität: F\n  Szenario: s\n    Angenommen ein Haus\n    Aber kein Dach\n',
    );
    expect([feature.language, ...picklesOf(feature)]).toEqual([
      'de',
      ['s', '4:5 Angenommen ein Haus', '5:5 Aber kein Dach'],
    ]);
  });

  it('reads Markdown', () => {
    const text = '`@a`\n# Feature: F\n\nprose\n\n## Scenario: s\n\n* Given a step\n';
    const feature = featureOf(text, 'a.feature.md');
    expect(picklesOf(feature)).toEqual([['s', '8:3 Given a step']]);
    expect(feature.tags.map(told)).toEqual(['1:2 @a feature "F": s']);
  });

  it.each([
    ['a byte order mark', `\ufeff${WHOLE}`],
    ['line ends of Windows', WHOLE.replaceAll('\n', '\r\n')],
    ['both', `\ufeff${WHOLE.replaceAll('\n', '\r\n')}`],
  ])('does not mind %s', (_, text) => {
    expect(featureOf(text)).toEqual(featureOf(WHOLE));
  });

  it('counts columns in UTF-16 units', () => {
    expect(featureOf('@😀 @b\nFeature: F\n').tags.map(told)).toEqual([
      '1:1 @😀 feature "F": ',
      '1:5 @b feature "F": ',
    ]);
  });

  it('gives an empty feature for a file without one', () => {
    expect(featureOf('# nothing\n')).toEqual({
      file: 'a.feature',
      language: 'en',
      name: '',
      tags: [],
      scenarios: [],
      pickles: [],
    });
  });

  it('tells every problem with its place', () => {
    const text =
      'Feature: F\n  Scenario: s\n    Given a\n      | a | b |\n      | a |\n    nonsense\n  @a b\n  Scenario: t\n';
    const { findings } = readFeature('a.feature', text);
    expect(
      findings.map(({ position, message }) => `${position?.line}:${position?.column} ${message}`),
    ).toEqual([
      '5:7 this is no Gherkin: inconsistent cell count within the table',
      expect.stringMatching(/^6:5 this is no Gherkin: expected: .*, got 'nonsense'$/),
      '7:3 this is no Gherkin: A tag may not contain whitespace',
      expect.stringMatching(/^7:3 this is no Gherkin: expected: .*, got '@a b'$/),
    ]);
  });

  it('tells an unknown language under the prefix of who asks', () => {
    expect(readFeature('a.feature', '# language: xx-no\nFeature: F\n', 'trace').findings).toEqual([
      {
        id: 'trace/invalid-feature',
        severity: 'error',
        message: 'this is no Gherkin: Language not supported: xx-no',
        file: 'a.feature',
        position: { line: 1, column: 1 },
        fix: 'correct a.feature at line 1 by the rules of Gherkin (https://cucumber.io/docs/gherkin/reference)',
      },
    ]);
  });

  it.each([
    ['a long file', `Feature: F\n${'x\n'.repeat(2_500_000)}`, 'longer than 2097152'],
    ['a long line', `Feature: F\n${'x'.repeat(10_001)}`, 'a line is longer'],
    ['a long gap', `Feature: F\n |${' '.repeat(600)}x`, 'blanks in a row'],
    ['values that grow', growing(), 'characters once they are expanded'],
    [
      'many steps and rows',
      `Feature: F\nScenario: s\n${'* a\n'.repeat(2000)}Examples:\n|a|\n${'|1|\n'.repeat(1000)}`,
      'more than 1000000 steps',
    ],
  ])('refuses %s', (_, text, message) => {
    expect(readFeature('a.feature', text)).toMatchObject({
      ok: false,
      findings: [{ id: 'stepcheck/too-large', message: expect.stringContaining(message) }],
    });
  });

  it('reads ten thousand rows', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => `|${index}|b|`).join('\n');
    const { pickles } = featureOf(`Feature: F\nScenario: s\n* <a> of <b>\nExamples:\n|a|b|\n${rows}\n`);
    expect(pickles.length).toBe(10_000);
    expect(pickles.at(-1)?.steps[0]?.text).toBe('9999 of b');
  });
});

/** Each value holds the place of the next one twice. */
function growing(): string {
  const names = Array.from({ length: 40 }, (_, index) => `c${index}`);
  const values = names.map((_, index) => `<c${index + 1}><c${index + 1}>`);
  return `Feature: F\nScenario: s\n* <c0>\nExamples:\n|${names.join('|')}|\n|${values.join('|')}|\n`;
}
