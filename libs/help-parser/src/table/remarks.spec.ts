import { readRemarks } from './remarks';

describe('readRemarks', () => {
  it.each([
    ['how much (default: 3)', { text: 'how much', default: '3' }],
    ['how much [default: a b].', { text: 'how much', default: 'a b' }],
    ['none (default: None)', { text: 'none' }],
    [
      'x  [env var: A, B; default:\n  y; 1<=x<=3; required]',
      { text: 'x [1<=x<=3]', env: 'A', default: 'y', required: true },
    ],
    [
      'x [env var: A] [default: (the\nuser)] [required]',
      { text: 'x', env: 'A', default: '(the user)', required: true },
    ],
    ['one of them (choices: a, "b")', { text: 'one of them', choices: ['a', 'b'] }],
    ['an alias (Alias: --no-\nsuch, -x)', { text: 'an alias', aliases: ['--no-such', '-x'] }],
    ['the rest (see below)', { text: 'the rest (see below)' }],
    ['unbalanced default: 3)', { text: 'unbalanced default: 3)' }],
  ])('%j', (description, expected) => expect(readRemarks(description)).toEqual(expected));
});
