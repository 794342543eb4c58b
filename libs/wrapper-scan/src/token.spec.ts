import type { NodeOf } from './syntax';
import { isCommandWord, tokenOf } from './token';
import { NOTHING, staticText } from './value';
import type { TextPart, TextValue } from './value';

const node = { type: 'StringLiteral' } as NodeOf<'StringLiteral'>;

/** `…` stands for what is not known. */
function text(written: string): TextValue {
  const parts = written.split(/(…)/).flatMap((piece): readonly TextPart[] => {
    return piece === '…' ? [{ kind: 'hole', node }] : staticText(piece, node).parts;
  });
  return { kind: 'text', parts };
}

describe('tokenOf', () => {
  it.each([
    ['--json', { kind: 'flag', key: '--json', attached: false }],
    ['--a.b:c_d-e', { kind: 'flag', key: '--a.b:c_d-e', attached: false }],
    ['-j', { kind: 'flag', key: '-j', attached: false }],
    ['-version', { kind: 'flag', key: '-version', attached: false }],
    ['--x=1', { kind: 'flag', key: '--x', attached: true, note: '--x=1' }],
    ['--x=', { kind: 'flag', key: '--x', attached: true, note: '--x=' }],
    ['--x=…', { kind: 'flag', key: '--x', attached: true, note: '--x=${…}' }],
    ['-x=…', { kind: 'flag', key: '-x', attached: true, note: '-x=${…}' }],
    ['-j…', { kind: 'flag', key: '-j', attached: true, note: '-j${…}' }],
    ['--…', { kind: 'computed', note: '--${…}' }],
    ['--no-…', { kind: 'computed', note: '--no-${…}' }],
    ['--', { kind: 'end' }],
    ['-', { kind: 'word', text: '-' }],
    ['-1', { kind: 'word', text: '-1' }],
    ['-- x', { kind: 'word', text: '-- x' }],
    ['--two words', { kind: 'word', text: '--two words' }],
    ['exec', { kind: 'word', text: 'exec' }],
    ['key=…', { kind: 'value' }],
    ['…=value', { kind: 'value' }],
    ['…', { kind: 'unknown' }],
  ])('%s', (written, expected) => expect(tokenOf(text(written))).toEqual(expected));

  it('knows nothing of what is no string', () => {
    expect(tokenOf(NOTHING)).toEqual({ kind: 'unknown' });
  });
});

describe('isCommandWord', () => {
  it.each(['exec', 'mcp-server', 'a1', 'plugin:add', 'get_url'])('%s', (word) =>
    expect(isCommandWord(word)).toBe(true),
  );
  it.each(['HEAD', 'Exec', '-', '1a', 'a/b', 'a=b', 'two words', 'a-', ''])('not %s', (word) => {
    expect(isCommandWord(word)).toBe(false);
  });
});
