import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Duplex, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { byteBudget, type ByteBudget } from './byte-budget';

/** Where a stream is to end. */
export interface SaveRequest {
  readonly directory: string;
  readonly name: string;
  readonly maxBytes: number;
  /** What the bytes go through on their way. */
  readonly through?: Duplex;
}

/** Copies a file into a directory, through a decoder where one is given. */
export async function saveStream(
  file: string,
  { directory, name, maxBytes, through }: SaveRequest,
): Promise<void> {
  const source = createReadStream(file);
  const target = createWriteStream(join(directory, name));
  const measure = measured(byteBudget(maxBytes));
  await (through === undefined
    ? pipeline(source, measure, target)
    : pipeline(source, through, measure, target));
}

/** A step of a pipeline that spends what passes from a budget. */
export function measured(budget: ByteBudget) {
  return async function* measure(chunks: Readable): AsyncGenerator<Buffer> {
    for await (const chunk of chunks as AsyncIterable<Buffer>) {
      budget.spend(chunk.length);
      yield chunk;
    }
  };
}
