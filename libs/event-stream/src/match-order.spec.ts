import fc from 'fast-check';
import { matchOrder, terminalsOf } from './match-order';
import type { OrderGrammar } from './order-grammar';
import { parseOrder } from './parse-order';

const grammar = (source: string): OrderGrammar => {
  const parsed = parseOrder(source);
  if ('problem' in parsed) throw new Error(`${parsed.problem.column}: ${parsed.problem.message}`);
  return parsed.grammar;
};
const match = (source: string, names: string) =>
  matchOrder(grammar(source), names.split(' ').filter(Boolean));

const TOKENS = 'started token* (metrics | token)* (end | error)';

describe('matchOrder', () => {
  it.each(['started end', 'started token token metrics token error', 'started metrics end'])(
    'accepts %s',
    (names) => {
      expect(match(TOKENS, names)).toEqual({ kind: 'fits' });
    },
  );

  it.each([
    ['token end', 0, ['started'], false],
    ['started end token', 2, [], true],
    ['started token started', 2, ['end', 'error', 'metrics', 'token'], false],
  ])('finds the first event of "%s" that cannot stand there', (names, index, expected, mayEnd) => {
    expect(match(TOKENS, names)).toEqual({ kind: 'unexpected', index, expected, mayEnd });
  });

  it('says what has to follow', () => {
    expect(match(TOKENS, '')).toEqual({ kind: 'incomplete', expected: ['started'] });
    expect(match('a b', 'a')).toEqual({ kind: 'incomplete', expected: ['b'] });
  });

  it('knows the events that end a stream', () => {
    expect([...terminalsOf(grammar(TOKENS))]).toEqual(['end', 'error']);
    expect([...terminalsOf(grammar('a b?'))]).toEqual(['a', 'b']);
  });

  it('agrees with a regular expression of the same grammar', () => {
    const names = fc.constantFrom('a', 'b', 'c');
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        names,
        fc.tuple(tie('expression'), tie('expression')).map(([left, right]) => `${left} ${right}`),
        fc.tuple(tie('expression'), tie('expression')).map(([left, right]) => `(${left} | ${right})`),
        fc
          .tuple(tie('expression'), fc.constantFrom('*', '+', '?'))
          .map(([inner, sign]) => `(${inner})${sign}`),
      ),
    }));
    fc.assert(
      fc.property(expression, fc.array(names, { maxLength: 8 }), (source, sequence) => {
        const expected = new RegExp(`^(?:${source.replaceAll(' ', '')})$`).test(sequence.join(''));
        expect(matchOrder(grammar(source), sequence).kind === 'fits').toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('needs linear time where a regular expression would not', () => {
    const names = [...Array.from({ length: 50_000 }, () => 'a'), 'b'];
    expect(matchOrder(grammar('((a*)*)* ((a | a)*)* c'), names)).toMatchObject({
      kind: 'unexpected',
      index: 50_000,
    });
  });
});

describe('parseOrder', () => {
  it.each([
    ['', 1, 'it ends where the name of an event is expected'],
    ['a (b | c', 3, 'this bracket is never closed'],
    ['a )', 3, '")" closes nothing'],
    ['a | | b', 5, 'the name of an event is expected, not "|"'],
    ['* a', 1, 'the name of an event is expected, not "*"'],
    ['()', 2, 'the name of an event is expected, not ")"'],
    ['a "b', 3, 'this quote is never closed'],
    ['a "\\x"', 3, 'a quoted name must be a JSON string'],
    ['('.repeat(5000), 101, 'brackets are nested deeper than 100 levels'],
    ['a '.repeat(501), 1001, 'it has more than 500 names'],
  ])('refuses %#: %s', (source, column, message) => {
    expect(parseOrder(source)).toEqual({ problem: { column, message } });
  });

  it('takes any name in quotes', () => {
    expect(matchOrder(grammar('"a b"* "__proto__"'), ['a b', '__proto__'])).toEqual({ kind: 'fits' });
  });

  it('gives a grammar or a problem for any text', () => {
    const source = fc.array(
      fc.oneof(fc.constantFrom('(', ')', '|', '*', '+', '?', 'a', ' ', '"'), fc.string()),
    );
    fc.assert(
      fc.property(source, (parts) => {
        const parsed = parseOrder(parts.join(''));
        if ('problem' in parsed) expect(parsed.problem.column).toBeGreaterThan(0);
        else expect(['fits', 'unexpected', 'incomplete']).toContain(matchOrder(parsed.grammar, ['a']).kind);
      }),
    );
  });
});
