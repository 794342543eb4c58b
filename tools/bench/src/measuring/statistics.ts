/** The middle value; the mean of the two middle ones of an even number. */
export function median(samples: readonly number[]): number {
  if (samples.length === 0) throw new RangeError('a median needs a sample');
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] as number;
  const high = sorted[Math.floor(middle)] as number;
  return (low + high) / 2;
}

/** Median divided by median. */
export function ratioOf(samples: readonly number[], floor: readonly number[]): number {
  return median(samples) / median(floor);
}
