import type { Readable } from 'node:stream';

/** What has come out of one stream so far. */
export interface Output {
  /** Settles when the stream has ended, was destroyed or failed. */
  readonly ended: Promise<void>;
  /** All bytes seen, those dropped included. */
  received(): number;
  /** At most the bytes that were asked for. */
  kept(): Uint8Array;
  /** Closes our end, whoever else still holds the other. */
  destroy(): void;
}

/** Keeps the first `maxBytes` of a stream and drains the rest, so that the writer never blocks on a full pipe. */
export function collectOutput(stream: Readable | null | undefined, maxBytes: number): Output {
  const chunks: Uint8Array[] = [];
  let received = 0;
  stream?.on('data', (chunk: Buffer) => {
    const room = maxBytes - received;
    received += chunk.length;
    if (room > 0) chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
  });
  return {
    ended: new Promise((resolve) => {
      if (!stream) return resolve();
      stream.once('close', resolve).once('error', () => resolve());
    }),
    received: () => received,
    kept: () => Buffer.concat(chunks),
    destroy: () => void stream?.destroy(),
  };
}
