/** Numbers that follow from a seed, so that every input can be made again. */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
}

/** The generator mulberry32: 32 bits of state, even enough to choose edits. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { below: (limit) => Math.floor(next() * limit) };
}
