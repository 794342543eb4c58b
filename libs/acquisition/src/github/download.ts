import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'undici';
import type { Digest } from '@fixpoint/artifact-lock';
import { ToolError } from '@fixpoint/model';
import type { Network } from '../source';
import { withAnswer } from './http';

/** What a download came to. */
export type Downloaded = Digest;

interface Wanted {
  readonly url: string;
  readonly what: string;
  readonly token?: string;
}

interface Destination {
  readonly file: string;
  readonly sizeBytes?: number;
  readonly network: Network;
}

/** Downloads an address into a file; undefined when nothing is there and that may be. */
export function download(
  wanted: Wanted & { mayBeAbsent: boolean },
  to: Destination,
): Promise<Downloaded | undefined>;
export function download(wanted: Wanted, to: Destination): Promise<Downloaded>;
export function download(
  { url, what, token, mayBeAbsent = false }: Wanted & { mayBeAbsent?: boolean },
  { file, sizeBytes, network }: Destination,
): Promise<Downloaded | undefined> {
  const request = {
    url,
    what,
    token,
    network,
    // The API gives the description of an asset unless its bytes are asked for.
    accept: 'application/octet-stream',
    passed: mayBeAbsent ? [404] : [],
  };
  const maxBytes = sizeBytes ?? network.limits.maxBytes;
  return withAnswer(request, (answer) =>
    answer.ok ? save(answer, { file, maxBytes, what }) : Promise.resolve(undefined),
  );
}

async function save(
  { body }: Response,
  { file, maxBytes, what }: { file: string; maxBytes: number; what: string },
): Promise<Downloaded> {
  const hash = createHash('sha256');
  let size = 0;
  async function* measure(): AsyncGenerator<Uint8Array> {
    for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(what, maxBytes);
      hash.update(chunk);
      yield chunk;
    }
  }
  await pipeline(measure, createWriteStream(file));
  return { sha256: hash.digest('hex'), size_bytes: size };
}

function tooLarge(what: string, maxBytes: number): ToolError {
  return new ToolError(`${what} has more than the ${maxBytes} bytes that are expected`, {
    fix: 'find out why other bytes are given than were published; nothing of them was kept',
  });
}
