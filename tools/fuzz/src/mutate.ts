import type { Random } from './random';

const PIECES = [
  'Usage: ', 'usage:\n', '[OPTIONS]', '<', '>', '[', ']', '{', '}', '(', ')', '|', '--', '-', '=', '...', '…', '\t', '\n\n',
  '\u001b[1m', '\b', '\r', '\u0000', '│', '╭─', '🦀', '--[no-]x', '[default: ', 'Commands:\n', '  ', '"', "'", ',', ':',
]; // prettier-ignore
const LONGEST = 200_000;

type Edit = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

const cut: Edit = (bytes, random) => {
  const from = random.below(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + random.below(200))]);
};
const insert: Edit = (bytes, random) => {
  const piece = Buffer.from(PIECES[random.below(PIECES.length)] as string);
  const at = random.below(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
};
const repeat: Edit = (bytes, random) => {
  const from = random.below(bytes.length + 1);
  const part = bytes.subarray(from, from + 1 + random.below(80));
  const times = 1 + random.below(random.below(20) === 0 ? 2000 : 20);
  return Buffer.concat([bytes.subarray(0, from), ...Array<Buffer>(times).fill(part), bytes.subarray(from)]);
};
const flip: Edit = (bytes, random) => {
  const copy = Buffer.from(bytes);
  if (copy.length > 0) copy[random.below(copy.length)] = random.below(256);
  return copy;
};
const splice: Edit = (bytes, random, other) =>
  Buffer.concat([
    bytes.subarray(0, random.below(bytes.length + 1)),
    other.subarray(random.below(other.length + 1)),
  ]);
const noise: Edit = (_, random) =>
  Buffer.from(Array.from({ length: random.below(4000) }, () => random.below(256)));
const mosaic: Edit = (_, random) =>
  Buffer.from(Array.from({ length: random.below(400) }, () => PIECES[random.below(PIECES.length)]).join(''));

const EDITS: readonly Edit[] = [cut, insert, insert, repeat, flip, flip, splice, noise, mosaic];

/** An input made from one page or two by some edits; the same random numbers give the same input. */
export function mutate(page: Buffer, other: Buffer, random: Random): Buffer {
  let bytes = page;
  for (let count = 1 + random.below(8); count > 0; count--)
    bytes = (EDITS[random.below(EDITS.length)] as Edit)(bytes, random, other).subarray(0, LONGEST);
  return bytes;
}
