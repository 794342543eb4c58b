import { isUtf8 } from 'node:buffer';

/** Text of strict UTF-8 (a byte order mark is kept), or the offset of the first byte that is not part of it. */
export type Decoded = { readonly text: string } | { readonly invalidAt: number };

/** Decodes UTF-8 without replacing anything. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('utf8');
  return isUtf8(buffer) ? { text } : { invalidAt: firstInvalid(buffer, text) };
}

/** The first U+FFFD in `text` that is a replacement and not itself in the bytes. */
function firstInvalid(bytes: Buffer, text: string): number {
  let offset = 0;
  let from = 0;
  for (;;) {
    const at = text.indexOf('\uFFFD', from);
    offset += Buffer.byteLength(text.slice(from, at));
    if (!isReplacementCharacter(bytes, offset)) return offset;
    offset += 3;
    from = at + 1;
  }
}

function isReplacementCharacter(bytes: Buffer, offset: number): boolean {
  return bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
}
