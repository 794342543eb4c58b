import { CucumberExpression, ParameterTypeRegistry } from '@cucumber/cucumber-expressions';
import fc from 'fast-check';
import type { StepPattern } from '../definitions/step-definition';
import { compileStepPattern } from './compile-step-pattern';
import { costOf } from './pattern-cost';
import { createStepMatcher } from './step-matcher';

const regexp = (source: string, flags = ''): StepPattern => ({ kind: 'regexp', source, flags });
const expression = (source: string): StepPattern => ({ kind: 'expression', source });

function judge(pattern: StepPattern, text: string) {
  const compiled = compileStepPattern(pattern, new ParameterTypeRegistry());
  return 'matches' in compiled ? compiled.matches(text) : compiled;
}

describe('compileStepPattern', () => {
  it.each([
    [expression('I have {int} cucumber(s) in my belly/stomach'), 'I have 42 cucumbers in my stomach', true],
    [expression('I have {int} cucumber(s)'), 'I have 42 cucumbers now', false],
    [expression('{string} and {string}'), `"a \\"b\\"" and 'c'`, true],
    [expression('{float} m'), '-1.5 m', true],
    [expression('{} and {word}'), 'all of it and more', true],
    [expression('escaped \\(braces) \\{int}'), 'escaped (braces) {int}', true],
    [regexp('has'), 'it has no anchors', true],
    [regexp('^a|b$'), 'ends with b', true],
    [regexp('A', 'i'), 'a', true],
    [regexp('a', 'g'), 'a', true],
    [regexp('b', 'y'), 'ab', false],
    [regexp('^(?!x)\\w+$'), 'yes', true],
    [regexp('^ab*c?$'), 'a', true],
    [regexp('^'), '', true],
  ])('judges %j with %j as Cucumber does', (pattern, text, expected) => {
    // Twice, because a search must not remember where it ended.
    expect([judge(pattern, text), judge(pattern, text)]).toEqual([expected, expected]);
  });

  it.each([
    ['^(a+)+$', ''],
    ['^(a|a)*$', ''],
    ['^(a|b|ab)*c$', ''],
    ['^((a|b)|(ab)?)+$', 'i'],
    ['(.*)(.*)(.*)(.*)(.*)(.*)x', ''],
    ['^(\\w+\\s?)*$', 's'],
    ['^(a?){40}a{40}$', ''],
    ['^([A-Z]+)*$', 'i'],
    ['(x+x+)+y', 'u'],
  ])('judges /%s/%s, on which a backtracking search hangs', (source, flags) => {
    const text = `${'a'.repeat(300)}!`;
    expect(judge(regexp(source, flags), text)).toBe(false);
  });

  it('judges what parameters make costly', () => {
    expect(judge(expression('{} {} {} {} {} {} {} x'), `${'a '.repeat(200)}y`)).toBe(false);
    expect(judge(expression('{float}{float} x'), '1'.repeat(2000))).not.toBe(true);
    expect(judge(expression('{string} {string} {string}'), '"a" "b" "c"')).toBe(true);
  });

  it('says that it cannot judge what only a backtracking search could', () => {
    expect(judge(regexp('^(?=a)(a+)+$'), `${'a'.repeat(50)}!`)).toBe('unjudged');
    expect(judge(regexp('^(a+)+\\1$'), `${'a'.repeat(50)}!`)).toBe('unjudged');
  });

  it.each([
    [regexp('('), /Unterminated group/],
    [regexp('a', 'q'), /Invalid flags/],
    [regexp('x'.repeat(10_001)), /longer than 10000/],
    [expression('a (b'), /'\(' does not have a matching '\)'/],
    [expression('a//b'), /Alternative may not be empty/],
    [expression('('.repeat(9_000)), /matching|too deep/],
  ])('says why a pattern cannot be used: %#', (pattern, message) => {
    expect(judge(pattern, '')).toEqual({ message: expect.stringMatching(message) });
  });

  it('knows that a fixed number of rounds shares nothing out', () => {
    expect(costOf('^[A-Z]{3}-(?:ab){2}$', true)).toMatchObject({ degree: 0, ways: 1, isExponential: false });
    expect(costOf('^(?:a|b){2}$', true).isExponential).toBe(true);
  });

  it('judges as a backtracking search does, for any pattern', () => {
    const atom = fc.constantFrom('a', 'b', 'B', '[ab]', '[^a]', '[A-C-]', '.', '\\w', '\\d', ' ');
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
      pattern: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        atom,
        fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `${a}${b}`),
        fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(?:${a}|${b})`),
        fc
          .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '*?', '{2}', '{1,2}'))
          .map(([a, sign]) => `(${a})${sign}`),
      ),
    }));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'C', '1', ' ', '-'), maxLength: 14 });
    const anchors = fc.constantFrom(['', ''], ['^', '$'], ['^', '']);
    fc.assert(
      fc.property(
        pattern,
        anchors,
        text,
        fc.constantFrom('', 'i', 'u', 's'),
        (inner, [start, end], step, flags) => {
          const source = `${start}${inner}${end}`;
          expect(judge(regexp(source, flags), step)).toBe(new RegExp(source, flags).test(step));
        },
      ),
      { numRuns: 1500, seed: 5 },
    );
  });
});

describe('costOf', () => {
  it('knows the built-in parameter types as they are written now', () => {
    const { regexp: built } = new CucumberExpression(
      '{string} {int} {float} {word}',
      new ParameterTypeRegistry(),
    );
    expect(costOf(built.source, true)).toMatchObject({ degree: 6, ways: 1, isExponential: false });
  });
});

describe('createStepMatcher', () => {
  const at = (pattern: StepPattern, line: number) => ({
    pattern,
    file: 's.ts',
    position: { line, column: 1 },
  });
  const flight = {
    name: 'flight',
    regexps: [{ source: '[A-Z]{3}', flags: '' }],
    file: 't.ts',
    position: { line: 1, column: 1 },
  };

  it('gives all definitions of a text', () => {
    const definitions = [at(expression('a {int}'), 1), at(regexp('^a'), 2), at(expression('b'), 3)];
    const { match, findings } = createStepMatcher({ definitions, parameterTypes: [] });
    expect(
      [match('a 1'), match('a'), match('c')].map((each) =>
        each.definitions.map(({ position }) => position?.line),
      ),
    ).toEqual([[1, 2], [2], []]);
    expect(findings).toEqual([]);
  });

  it('takes an expression and the regular expression that it comes to for the same', () => {
    const definitions = [at(expression('a b'), 1), at(regexp('^a b$'), 2), at(regexp('^a b$', 'i'), 3)];
    const [first, second, third] = createStepMatcher({ definitions, parameterTypes: [] }).definitions;
    expect([first?.key === second?.key, first?.key === third?.key]).toEqual([true, false]);
  });

  it('uses parameter types of one’s own and tells those that are missing', () => {
    const definitions = [at(expression('{flight} is late'), 1), at(expression('{fligth} is late'), 2)];
    const { match, findings } = createStepMatcher({ definitions, parameterTypes: [flight] });
    expect(match('LHR is late').definitions).toHaveLength(1);
    expect(findings).toEqual([
      {
        id: 'stepcheck/unknown-parameter-type',
        severity: 'error',
        message: 'nobody defines the parameter type {fligth}: did you mean {flight}?',
        file: 's.ts',
        position: { line: 2, column: 1 },
        actual: "'{fligth} is late'",
        expected: '{flight}',
        fix: "write {flight} at s.ts:2, or define the type: defineParameterType({ name: 'fligth', regexp: /…/ })",
      },
    ]);
  });

  it.each([
    ['twice', [flight, flight], /already a parameter type/],
    ['with flags', [{ ...flight, regexps: [{ source: 'a', flags: 'i' }] }], /can't use flag 'i'/],
    [
      'with a broken regular expression',
      [{ ...flight, regexps: [{ source: '(', flags: '' }] }],
      /Unterminated/,
    ],
    ['with a bad name', [{ ...flight, name: 'a(b)' }], /Illegal character/],
  ])('tells a parameter type that is defined %s', (_, parameterTypes, message) => {
    expect(createStepMatcher({ definitions: [], parameterTypes }).findings).toMatchObject([
      { id: 'stepcheck/invalid-parameter-type', message: expect.stringMatching(message), file: 't.ts' },
    ]);
  });
});
