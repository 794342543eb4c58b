import {
  DIALECT_IDS,
  isHelpText,
  namesPath,
  normalizeHelpText,
  parseHelpPage,
  toPageRecord,
} from '@fixpoint/help-parser';
import { mutate } from './mutate';
import { seededRandom } from './random';

/** What a run came to. */
export interface FuzzReport {
  readonly inputs: number;
  readonly crashes: readonly { readonly seed: number; readonly dialect: string; readonly error: string }[];
  readonly slowest: {
    readonly seed: number;
    readonly dialect: string;
    readonly bytes: number;
    readonly ms: number;
  };
}

/** What a run needs. */
export interface FuzzOptions {
  readonly pages: readonly Buffer[];
  readonly firstSeed: number;
  /** Asked before each input. */
  readonly isOver: () => boolean;
  /** Milliseconds from any origin. */
  readonly clock: () => number;
}

/**
 * Reads inputs made from pages until it is over. Each seed is one input, read by one dialect: by the one that detection
 * chooses for every second seed, by each of the others in turn.
 */
export function fuzzHelp({ pages, firstSeed, isOver, clock }: FuzzOptions): FuzzReport {
  const crashes: FuzzReport['crashes'][number][] = [];
  let slowest: FuzzReport['slowest'] = { seed: firstSeed, dialect: 'auto', bytes: 0, ms: 0 };
  let seed = firstSeed;
  for (; !isOver(); seed++) {
    const dialect = dialectOf(seed);
    const input = makeInput(pages, seed);
    const start = clock();
    try {
      readOnce(input, dialect);
    } catch (error) {
      crashes.push({
        seed,
        dialect,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
    const ms = clock() - start;
    if (ms > slowest.ms) slowest = { seed, dialect, bytes: input.length, ms };
  }
  return { inputs: seed - firstSeed, crashes, slowest };
}

/** The input of a seed, to look at what went wrong. */
export function makeInput(pages: readonly Buffer[], seed: number): Buffer {
  const random = seededRandom(seed);
  const pick = (): Buffer => pages[random.below(pages.length)] ?? Buffer.alloc(0);
  return mutate(pick(), pick(), random);
}

function dialectOf(seed: number): string {
  return seed % 2 === 0 ? 'auto' : (DIALECT_IDS[((seed - 1) / 2) % DIALECT_IDS.length] as string);
}

function readOnce(input: Buffer, dialect: string): void {
  const text = normalizeHelpText(input);
  isHelpText(text);
  const path = ['remote', 'add'];
  const page = parseHelpPage(text, { path, program: 'demo', dialect });
  namesPath(page, path);
  JSON.stringify(toPageRecord(page, path));
}
