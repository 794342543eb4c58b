/**
 * Integers of other languages, whose size documents and generators say as a format, and that libraries of formats do not know: least and
 * greatest value. Beyond 2^53 a number of JavaScript cannot tell.
 */
export const INTEGER_FORMATS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  int8: [-(2 ** 7), 2 ** 7 - 1],
  int16: [-(2 ** 15), 2 ** 15 - 1],
  int: [-Infinity, Infinity],
  uint8: [0, 2 ** 8 - 1],
  uint16: [0, 2 ** 16 - 1],
  uint32: [0, 2 ** 32 - 1],
  uint64: [0, 2 ** 64],
  uint: [0, Infinity],
};

/** Whether a number is an integer of a format. */
export function isIntegerWithin([least, most]: readonly [number, number], value: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
