import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { stepTable } from './step-table';

const SHARED = resolve(__dirname, '../../../../shared/data/contracts/bdd');

const FEATURE =
  'Feature: F\nScenario: s\n  Given a\n  But b\n  Then x <v>\n  """\n  And text\n  """\nExamples:\n|v|\n|1|\n';
const TRUTH = { pickle_steps: 3, undefined: ['b'], ambiguous: [], unused: 0, parse_errors: 0 };
const SCAN = {
  steps: 3,
  undefined: ['And text'.slice(4), 'x <v>'],
  ambiguous: [],
  unused_patterns: ['^x 1$'],
};

/** The lines of the table with their spaces folded. */
const folded = (output: string): string[] =>
  output.split('\n').map((line) => line.trim().replace(/ +/g, ' '));

describe('stepTable', () => {
  const directory = tempDirectory();

  const record = (truth: object, scan: object): void => {
    directory.write('a/input/f.feature', FEATURE);
    directory.write('a/steps.json', JSON.stringify(['^a$', '^x 1$']));
    directory.write('a/gherkin.json', JSON.stringify({ ...TRUTH, ...truth }));
    directory.write('a/reference.json', JSON.stringify({ ...SCAN, ...scan }));
  };

  it('explains what the scan of lines has not seen', async () => {
    record({}, {});
    const { exitCode, output } = await stepTable([directory.path]);
    expect(folded(output)).toEqual([
      'pickles a equal 3 steps, 1 undefined, 0 ambiguous, 0 unused',
      'line scan a better 3 lines, 2 undefined, 0 ambiguous, 1 unused',
      'better undefined here only: b: it did not see But',
      'better undefined there only: text: the line is no step',
      'better undefined there only: x <v>: it did not put in the values of examples',
      'better unused there only: ^x 1$: a step that it did not see uses it',
      '2 comparisons: 1 equal, 1 better, 0 worse.',
      '',
    ]);
    expect(exitCode).toBe(0);
  });

  it('fails with what has no cause', async () => {
    record(
      { undefined: [], unused: 1 },
      { steps: 9, undefined: ['a'], ambiguous: ['a'], unused_patterns: ['^a$'] },
    );
    const { exitCode, output } = await stepTable([directory.path]);
    expect(folded(output).filter((line) => line.startsWith('WORSE'))).toEqual([
      'WORSE undefined: [] there, ["b"] here',
      'WORSE unused: 1 there, 0 here',
      'WORSE 9 lines there, 3 steps of pickles here',
      'WORSE undefined there only: a',
      'WORSE ambiguous there only: a',
      'WORSE unused there only: ^a$',
    ]);
    expect(exitCode).toBe(1);
  });

  it('compares the verdicts over a sample of the kit with its messages', async () => {
    const step = (id: string, line: number) => ({ id, location: { line } });
    const kit = (ids: readonly string[]): string =>
      [
        { gherkinDocument: { uri: 'k/k.feature', feature: { children: [step('1', 3), step('2', 4)] } } },
        {
          pickle: {
            uri: 'k/k.feature',
            steps: [
              { id: '3', text: 'a', astNodeIds: ['1'] },
              { id: '4', text: 'b', astNodeIds: ['2'] },
            ],
          },
        },
        { stepDefinition: { id: '5', sourceReference: { uri: 'k/k.ts', location: { line: 1 } } } },
        {
          testCase: {
            testSteps: [
              { pickleStepId: '3', stepDefinitionIds: ids },
              { pickleStepId: '4', stepDefinitionIds: [] },
            ],
          },
        },
        { suggestion: { snippets: [{ code: 'Given("b", () => {' }] } },
      ]
        .map((message) => JSON.stringify(message))
        .join('\n');
    directory.write('k/k.feature', 'Feature: F\nScenario: s\n* a\n* b\n');
    directory.write('k/k.ts', `Given('a', f);`);
    directory.write('k/k.ndjson', kit(['5']));
    expect(folded((await stepTable(['--cck', directory.path])).output)[0]).toBe(
      'kit k equal 2 steps, 1 undefined, 0 ambiguous, 0 unused, 0 unknownTypes, 1 snippets',
    );
    directory.write('k/k.ndjson', kit(['5', '6']));
    const { exitCode, output } = await stepTable(['--cck', directory.path]);
    expect(output).toContain('WORSE  ambiguous there only: k.feature:3 a');
    expect(exitCode).toBe(1);
  });

  it.each([
    [['--cck'], 2, /needs the directory/],
    [['--cck', '/nowhere'], 2, /\/nowhere, is not there/],
    [['/nowhere'], 2, /\/nowhere, is not there/],
  ])('refuses %j', async (args, exitCode, message) => {
    expect(await stepTable(args)).toEqual({ exitCode, output: expect.stringMatching(message) });
  });

  it('fails where there is no case', async () => {
    expect(await stepTable([directory.path])).toMatchObject({ exitCode: 1 });
  });

  if (!existsSync(SHARED)) process.stderr.write(`skipped: the recorded features, ${SHARED}, are not there\n`);

  (existsSync(SHARED) ? it : it.skip)('misses nothing in the recorded cases', async () => {
    const { exitCode, output } = await stepTable([]);
    expect(output).toMatch(/ 0 worse\.\n$/);
    expect(exitCode).toBe(0);
  });
});
