import * as fc from 'fast-check';
import { normalizeHelpText, normalizeText } from './normalize-help-text';

const normalize = (text: string): string => normalizeHelpText(Buffer.from(text, 'utf8'));

describe('normalizeHelpText', () => {
  it.each([
    ['CRLF and lone CR', 'a\r\nb\r\r\nc\rd', 'a\nb\nc\nd\n'],
    ['blanks at line ends and at the end', 'a  \n\n  b \t\n\n\n', 'a\n\n  b\n'],
    ['colours', '\u001b[1m\u001b[4mUsage:\u001b[0m \u001b[38;5;12mtool\u001b[m', 'Usage: tool\n'],
    [
      'links that end in BEL or ST',
      '\u001b]8;;http://x\u0007a\u001b]8;;\u0007 \u001b]8;;y\u001b\\b\u001b]8;;\u001b\\',
      'a b\n',
    ],
    ['an unterminated link', '\u001b]0;title\nnext', '\nnext\n'],
    ['device strings and short escapes', '\u001bPq#0\u001b\\a\u001b(Bb\u001b=c', 'abc\n'],
    ['the one-byte CSI', '\u009b31mred\u009b0m', 'red\n'],
    ['bold and underlined overstrikes', 'N\bNA\bAM\bME\bE _\bf_\bi', 'NAME fi\n'],
    ['an overstrike beyond the line start', '\b\bx', 'x\n'],
    ['tabs', 'a\tb\n12345678\tc\n\td', 'a       b\n12345678        c\n        d\n'],
    ['other control characters and the byte order mark', '\ufeffa\u0000b\u000cc\u007f', 'abc\n'],
    ['nothing', ' \r\n\t\n', ''],
  ])('removes %s', (_, text, expected) => {
    expect(normalize(text)).toBe(expected);
  });

  it('replaces invalid bytes', () => {
    expect(normalizeHelpText(Uint8Array.from([0x61, 0xff, 0xc3, 0x28]))).toBe('a\ufffd\ufffd(\n');
  });

  it('accepts any bytes and is done after one pass', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const text = normalizeHelpText(bytes);
        expect(normalizeText(text)).toBe(text);
      }),
    );
  });

  it('leaves no escape or control character of texts made of them', () => {
    const piece = fc.constantFrom(
      '\u001b',
      '[',
      ']',
      '8',
      ';',
      'm',
      '\u0007',
      '\\',
      '\b',
      '\t',
      '\r',
      '\n',
      'P',
      'x',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = normalizeText(pieces.join(''));
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]|[ \t]\n/);
        expect(normalizeText(text)).toBe(text);
      }),
    );
  });
});
