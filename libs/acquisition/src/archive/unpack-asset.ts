import { basename } from 'node:path';
import { ToolError } from '@fixpoint/model';
import { saveStream } from './save-stream';
import { unpackSingle } from './unpack-single';
import { unpackTar } from './unpack-tar';
import { unpackZip } from './unpack-zip';

/** A downloaded asset that is to be unpacked. */
export interface Packed {
  /** Absolute path; the name says the format. */
  readonly file: string;
  /** Leading directories that are no part of the paths inside. */
  readonly strip: number;
  /** Bytes that everything in it may come to. */
  readonly maxBytes: number;
}

/** Unpacks into an existing, empty directory. */
type Unpack = (packed: Packed, directory: string) => Promise<void>;

/** Formats by the end of the name, the longest first. */
const FORMATS: readonly (readonly [end: RegExp, unpack: Unpack])[] = [
  [/\.(?:tgz|tar\.gz|tar)$/i, unpackTar],
  [/\.zip$/i, unpackZip],
  [/\.gz$/i, unpackSingle('gzip')],
  [/\.(?:tzst|tar\.(?!gz)\w+|tbz2?|txz|xz|bz2|7z|br|lz4|rar|deb|rpm|apk|dmg|pkg|msi)$/i, refuse],
  [/\.zst$/i, unpackSingle('zstd')],
];

/**
 * Unpacks an asset into an existing, empty directory: `.tar.gz`, `.tgz`, `.tar` and `.zip` with their paths, `.gz` and `.zst`
 * to the file that their name says, everything else as the executable it is. Links are left out.
 *
 * @throws ToolError when it is damaged, too large, of a format that cannot be read, or has an entry that leads out of it
 */
export async function unpackAsset(packed: Packed, directory: string): Promise<void> {
  const [, unpack = keep] = FORMATS.find(([end]) => end.test(packed.file)) ?? [];
  try {
    await unpack(packed, directory);
  } catch (cause) {
    if (cause instanceof ToolError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ToolError(`${basename(packed.file)} cannot be unpacked: ${reason}`, {
      cause,
      fix: 'run the command again; if it stays so, the archive is damaged: pin another version',
    });
  }
}

function keep({ file, maxBytes }: Packed, directory: string): Promise<void> {
  return saveStream(file, { directory, name: basename(file), maxBytes });
}

function refuse({ file }: Packed): Promise<void> {
  throw new ToolError(`${basename(file)} is of a format that cannot be unpacked`, {
    fix: 'pin an asset that is a .tar.gz, .tgz, .tar, .zip, .gz, .zst or the executable itself',
  });
}
