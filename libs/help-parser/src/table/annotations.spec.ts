import { readAnnotations } from './annotations';

const NONE = { aliases: [], shortAliases: [] };

describe('readAnnotations', () => {
  it.each([
    ['Text', { text: 'Text', ...NONE }],
    ['Text [default: x]', { text: 'Text', default: 'x', ...NONE }],
    ['[default: ]', { text: '', default: '', ...NONE }],
    ['Text [default: "a b"]', { text: 'Text', default: 'a b', ...NONE }],
    ['Text [default: [a, b]]', { text: 'Text', default: '[a, b]', ...NONE }],
    ['Text [env: TOKEN=secret] [default: x]', { text: 'Text', env: 'TOKEN', default: 'x', ...NONE }],
    ['Text [env: TOKEN]', { text: 'Text', env: 'TOKEN', ...NONE }],
    ['Text [possible values: a, "b c", d]', { text: 'Text', choices: ['a', 'b c', 'd'], ...NONE }],
    [
      'Text\n\n[default: a]\n[possible values: a,\nb, c]',
      { text: 'Text', default: 'a', choices: ['a', 'b', 'c'], ...NONE },
    ],
    ['Text [possible\nvalues: a, b]', { text: 'Text', choices: ['a', 'b'], ...NONE }],
    ['Text [aliases: e, ex]', { text: 'Text', aliases: ['e', 'ex'], shortAliases: [] }],
    ['Text [alias: -p]', { text: 'Text', aliases: ['-p'], shortAliases: [] }],
    [
      'Text [aliases: --all] [short aliases: a, b]',
      { text: 'Text', aliases: ['--all'], shortAliases: ['a', 'b'] },
    ],
    ['Text [default: x] and more', { text: 'Text [default: x] and more', ...NONE }],
    ['[experimental] Text [sic]', { text: '[experimental] Text [sic]', ...NONE }],
    ['Text ]', { text: 'Text ]', ...NONE }],
  ])('%j', (description, expected) => {
    expect(readAnnotations(description)).toEqual(expected);
  });

  it('reads a list of values and keeps it in the text', () => {
    const list =
      'Possible values:\n- auto:   Decide\n- "a b":  Quoted\n- c:d:\n- plain\n- long: wrapped\n  - with a dash: inside';
    expect(readAnnotations(`Text\n\n[default: auto]\n\n${list}`)).toEqual({
      text: `Text\n\n${list}`,
      default: 'auto',
      choices: ['auto', 'a b', 'c:d', 'plain', 'long'],
      ...NONE,
    });
  });

  it('leaves a list of another form alone', () => {
    const text = 'Text\n\nPossible values:\n\n  * auto: Decide';
    expect(readAnnotations(text)).toEqual({ text, ...NONE });
  });
});
