import { appendNote, readArg } from './arg-line';

describe('a line of the arguments', () => {
  it.each([
    ['  <NAME>', { name: 'NAME', required: true, variadic: false }],
    ['  [PROMPT]  Text  here ', { name: 'PROMPT', required: false, variadic: false, note: 'Text  here' }],
    ['  [COMMAND]...  Some', { name: 'COMMAND', required: false, variadic: true, note: 'Some' }],
    ['\t<FILES...>', { name: 'FILES', required: true, variadic: true }],
    ['  <<A>>', { name: 'A', required: true, variadic: false }],
    ['  UPPER_1-X and more', { name: 'UPPER_1-X', required: false, variadic: false }],
    ['  PATHS...', { name: 'PATHS', required: false, variadic: true }],
    ['  <a|b>', { name: 'a|b', required: true, variadic: false }],
  ])('%j', (line, arg) => {
    expect(readArg(line)).toEqual(arg);
    expect(Object.keys(readArg(line) ?? {})).toEqual(Object.keys(arg));
  });

  it.each(['<NAME>', '  -x', '  name', '  <NAME]', '  <>', '  [...]', '  ...', '  <A B>', ''])(
    '%j is no argument',
    (line) => expect(readArg(line)).toBeUndefined(),
  );
});

it('starts a note or goes on with it', () => {
  const arg = { name: 'A', required: true, variadic: false };
  expect(appendNote(appendNote(arg, 'one'), 'two').note).toBe('one\ntwo');
});
