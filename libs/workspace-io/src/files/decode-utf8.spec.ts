import fc from 'fast-check';
import { decodeUtf8 } from './decode-utf8';

/** Whether a strict decoder of the platform accepts the bytes. */
function isValid(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

describe('decodeUtf8', () => {
  it('gives back any text, byte order mark and replacement characters included', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'é', '\uFEFF', '\uFFFD', '😀', '\r\n', '\0') }),
        (text) => {
          expect(decodeUtf8(Buffer.from(text, 'utf8'))).toEqual({ text });
        },
      ),
    );
  });

  it('names the byte before which everything is valid and with which nothing is', () => {
    const piece = fc.oneof(
      fc.constantFrom(...['a', 'é', '\uFFFD', '😀'].map((text) => Buffer.from(text, 'utf8'))),
      fc.uint8Array({ maxLength: 3 }).map((bytes) => Buffer.from(bytes)),
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => Buffer.concat(pieces)),
        (bytes) => {
          const decoded = decodeUtf8(bytes);
          if ('text' in decoded) return expect(isValid(bytes)).toBe(true);
          expect(isValid(bytes.subarray(0, decoded.invalidAt))).toBe(true);
          const rest = bytes.subarray(decoded.invalidAt);
          const starts = [1, 2, 3, 4].filter((length) => length <= rest.length);
          expect(starts.some((length) => isValid(rest.subarray(0, length)))).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    [[0x61, 0xff], 1],
    [[0xef, 0xbf, 0xbd, 0x80], 3],
    [[0xc3], 0],
    [[0x61, 0xed, 0xa0, 0x80], 1],
    [[0xc0, 0xaf], 0],
  ])('%j is invalid at %i', (bytes, invalidAt) => {
    expect(decodeUtf8(Uint8Array.from(bytes))).toEqual({ invalidAt });
  });
});
