import { createStepMatcher } from './step-matcher';
import { createStepSuggester } from './suggest-step';

const FLIGHT = {
  name: 'flight',
  regexps: [{ source: '[A-Z]{3}-[A-Z]{3}', flags: '' }],
  file: 't.ts',
  position: { line: 1, column: 1 },
};
const EVIL = { ...FLIGHT, name: 'evil', regexps: [{ source: '(a+)+b', flags: '' }] };

const definitions = [
  { kind: 'regexp', source: '^I enqueue (\\d+) tasks?$', flags: '' } as const,
  { kind: 'expression', source: 'the user {string} logs in' } as const,
  { kind: 'regexp', source: '.*', flags: '' } as const,
].map((pattern, index) => ({ pattern, file: 's.ts', position: { line: index + 1, column: 1 } }));

const { nearest, snippet } = createStepSuggester(
  createStepMatcher({ definitions, parameterTypes: [FLIGHT, EVIL] }),
);

describe('createStepSuggester', () => {
  it.each([
    ['I enqueu 3 tasks', 1],
    ['the user "Ann" loggs in', 2],
    ['the user "somebody with a very long name indeed" log in', 2],
    ['something else entirely', undefined],
  ])('knows what %j was meant for', (text, line) => {
    expect(nearest(text)?.position?.line).toBe(line);
  });

  it.each([
    ['given', 'I have 5 cucumbers', undefined, "Given('I have {int} cucumbers', function (int) {"],
    [
      'when',
      'I add 5 and 6 to "x"',
      undefined,
      "When('I add {int} and {int} to {string}', function (int, int2, string) {",
    ],
    ['then', 'LHR-CDG is late', undefined, "Then('{flight} is late', function (flight) {"],
    ['unknown', "it's a (b) {c} d/e", undefined, "Given('it\\'s a \\\\(b) \\\\{c} d\\\\/e', function () {"],
    ['when', 'a table:', 'data-table', "When('a table:', function (dataTable) {"],
    ['when', 'a text', 'doc-string', "When('a text', function (docString) {"],
    ['when', 'x'.repeat(400), undefined, `When('${'x'.repeat(400)}', function () {`],
    ['when', 'a'.repeat(200), undefined, `When('${'a'.repeat(200)}', function () {`],
  ] as const)('writes the code for %s %s', (kind, text, argument, first) => {
    expect(snippet({ kind, text, ...(argument && { argument }) })).toBe(
      `${first}\n  // Write code here that turns the phrase above into concrete actions\n  return 'pending';\n});`,
    );
  });
});
