import {
  count,
  flag,
  listOf,
  literal,
  nullable,
  oneOf,
  recordOf,
  shapeProblems,
  text,
  type Shape,
} from './shape';

function messages(value: unknown, shape: Shape): string[] {
  return shapeProblems(value, shape).map(({ message }) => message);
}

describe('shapeProblems', () => {
  it.each<{ shape: Shape; good: unknown; bad: unknown; expected: string }>([
    { shape: text, good: 'a', bad: 1, expected: 'a string, not 1' },
    { shape: flag, good: false, bad: 'true', expected: 'true or false, not "true"' },
    { shape: count, good: 3, bad: 1.5, expected: 'a whole number, not 1.5' },
    { shape: literal('union'), good: 'union', bad: 'x', expected: '"union", not "x"' },
    { shape: nullable(text), good: null, bad: 1, expected: 'a string, not 1' },
    { shape: oneOf(['one']), good: 'one', bad: 2, expected: 'a string, not 2' },
    { shape: listOf(text), good: [], bad: {}, expected: 'a list, not {}' },
    {
      shape: listOf(text, { minimum: 1 }),
      good: ['a'],
      bad: [],
      expected: 'a list that is not empty, not []',
    },
    { shape: recordOf({ required: {} }), good: {}, bad: [], expected: 'an object, not []' },
  ])('accepts $good and says what it got in place of $expected', ({ shape, good, bad, expected }) => {
    expect(messages(good, shape)).toEqual([]);
    expect(messages(bad, shape)).toEqual([`the document must be ${expected}`]);
  });

  it('names every place, in the order of the fields', () => {
    const shape = recordOf({
      required: { name: text, list: listOf(recordOf({ required: { key: text } })) },
      optional: { note: text },
      closed: true,
    });
    expect(shapeProblems({ list: [{ key: 1 }, {}], note: 2, nam: 'x' }, shape)).toEqual([
      expect.objectContaining({ kind: 'missing-key', pointer: '', expected: 'name' }),
      expect.objectContaining({ kind: 'wrong-type', pointer: '/list/0/key', actual: '1' }),
      expect.objectContaining({ kind: 'missing-key', pointer: '/list/1', expected: 'key' }),
      expect.objectContaining({ kind: 'wrong-type', pointer: '/note' }),
      expect.objectContaining({ kind: 'unknown-key', pointer: '/nam', meant: 'name' }),
    ]);
  });

  it('does not suggest what is not alike', () => {
    const [problem] = shapeProblems(
      { level: 'qqqqqqqq' },
      recordOf({ required: { level: oneOf(['explicit', 'unknown']) } }),
    );
    expect(problem).toMatchObject({
      kind: 'unknown-value',
      message: 'unknown level "qqqqqqqq"',
      expected: 'explicit, unknown',
      meant: undefined,
    });
  });

  it('shortens long values', () => {
    expect(messages('x'.repeat(100), count)[0]).toHaveLength(
      'the document must be a whole number, not '.length + 60,
    );
  });
});
