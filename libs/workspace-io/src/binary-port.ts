import { createHash } from 'node:crypto';
import { type BigIntStats, realpathSync } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BinaryFile, type BinaryPort, ToolError } from '@fixpoint/model';
import { createFilePort } from './files/file-port';
import { isDirectory } from './files/list-files';
import { isAbsent, toToolError } from './files/system-error';
import { findOnPath, isExecutableFile } from './processes/find-on-path';

type Problem = Exclude<Awaited<ReturnType<BinaryPort['inspect']>>, BinaryFile>;

interface Executable {
  readonly realPath: string;
  readonly stats: BigIntStats;
}

const PIECE_BYTES = 1024 * 1024;
const HEAD_BYTES = 64 * 1024;

/** Facts by identity of the content, for the life of the process: a file of 300 MB is hashed once. */
const known = new Map<string, Promise<BinaryFile>>();

/** Reads executables wherever they lie. An executable that cannot be read is a ToolError. */
export function createBinaryPort(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Required<BinaryPort> {
  return {
    inspect: (absolutePath) => withExecutable(absolutePath, (executable) => hashOnce(executable)),
    async head(absolutePath) {
      const head = await withExecutable(absolutePath, ({ realPath }) => withFile(realPath, readHead));
      return 'problem' in head ? undefined : head;
    },
    async which(command) {
      const file = findOnPath(command, env['PATH'] ?? env['Path']);
      return file && realpathSync.native(file);
    },
    async list(directory, glob) {
      const paths = isDirectory(directory) ? await createFilePort(directory).list([glob]) : [];
      return paths.map((path) => join(directory, path));
    },
  };
}

async function withExecutable<T>(path: string, use: (file: Executable) => Promise<T>): Promise<T | Problem> {
  try {
    const realPath = realpathSync.native(path);
    const stats = await stat(realPath, { bigint: true });
    if (!stats.isFile()) return { problem: 'not-a-file' };
    if (!isExecutableFile(realPath)) return { problem: 'not-executable' };
    return await use({ realPath, stats });
  } catch (error) {
    if (isAbsent(error)) return { problem: 'absent' };
    throw toToolError('read', path, error);
  }
}

function hashOnce({ realPath, stats }: Executable): Promise<BinaryFile> {
  // The time of change tells two versions apart that were unpacked with the same size and modification time.
  const key = [realPath, stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join('\0');
  const facts = known.get(key) ?? withFile(realPath, (file) => hash(file, realPath, stats.size));
  known.set(key, facts);
  facts.catch(() => known.delete(key));
  return facts;
}

async function hash(file: FileHandle, realPath: string, expectedSize: bigint): Promise<BinaryFile> {
  const head = await readHead(file);
  const sha256 = createHash('sha256');
  const piece = Buffer.allocUnsafe(PIECE_BYTES);
  let sizeBytes = 0;
  for (let bytesRead = -1; bytesRead !== 0; sizeBytes += bytesRead) {
    ({ bytesRead } = await file.read(piece, 0, PIECE_BYTES, sizeBytes));
    sha256.update(piece.subarray(0, bytesRead));
  }
  if (BigInt(sizeBytes) !== expectedSize) throw changed(realPath);
  return { sha256: sha256.digest('hex'), sizeBytes, head, realPath };
}

async function readHead(file: FileHandle): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}

async function withFile<T>(path: string, use: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path);
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

function changed(file: string): ToolError {
  return new ToolError(`cannot read ${file}: it changed while it was read`, {
    file,
    fix: 'run the command again',
  });
}
