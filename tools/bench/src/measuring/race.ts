import { performance } from 'node:perf_hooks';

/** Something that is timed. */
export interface Contender {
  readonly name: string;
  /** Brings about the state that a round starts from; not timed. */
  prepare?(): Promise<void> | void;
  run(): Promise<unknown> | unknown;
  /** Times it is run in one round; the sample is the time of one run. */
  readonly repeat?: number;
}

/** Milliseconds of each round, by name. */
export type Samples = ReadonlyMap<string, readonly number[]>;

/**
 * Times every contender once in every round, after rounds that do not count. Each round begins with another contender, so that
 * what one leaves behind (caches, garbage, a busy neighbour on the machine) does not always meet the same one.
 */
export async function race(
  contenders: readonly Contender[],
  { rounds, warmUp = 1 }: { rounds: number; warmUp?: number },
): Promise<Samples> {
  const samples = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const contender of rotate(contenders, round + warmUp)) {
      const milliseconds = await time(contender);
      if (round >= 0) samples.get(contender.name)?.push(milliseconds);
    }
  }
  return samples;
}

/** The samples of one contender, which must have taken part. */
export function samplesOf(samples: Samples, name: string): readonly number[] {
  const own = samples.get(name);
  if (own === undefined) throw new RangeError(`${name} was not timed`);
  return own;
}

async function time({ prepare, run, repeat = 1 }: Contender): Promise<number> {
  await prepare?.();
  const start = performance.now();
  for (let time = 0; time < repeat; time++) await run();
  return (performance.now() - start) / repeat;
}

function rotate<T>(items: readonly T[], by: number): T[] {
  const at = by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}
