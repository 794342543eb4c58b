import { basename } from 'node:path';
import type { Duplex } from 'node:stream';
import * as zlib from 'node:zlib';
import { ToolError } from '@fixpoint/model';
import { saveStream } from './save-stream';
import type { Packed } from './unpack-asset';

const DECODERS: Readonly<Record<'gzip' | 'zstd', () => Duplex>> = {
  gzip: () => zlib.createGunzip(),
  zstd: () => {
    // Part of Node from 22.15 on; the types are those of the oldest Node that is supported.
    const { createZstdDecompress } = zlib as { createZstdDecompress?: () => Duplex };
    if (createZstdDecompress !== undefined) return createZstdDecompress();
    throw new ToolError(`Node ${process.versions.node} cannot unpack zstd`, {
      fix: 'use Node 22.15 or newer, or pin the .tar.gz, .zip or .gz of the same release',
    });
  },
};

/** Unpacks a single compressed file: `tool.gz` gives `tool`. */
export function unpackSingle(encoding: keyof typeof DECODERS) {
  return ({ file, maxBytes }: Packed, directory: string): Promise<void> => {
    const name = basename(file).replace(/\.[^.]+$/, '');
    return saveStream(file, { directory, name, maxBytes, through: DECODERS[encoding]() });
  };
}
