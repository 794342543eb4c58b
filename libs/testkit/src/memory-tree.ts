import { posix } from 'node:path';
import { compareText, isRelativeGlob, isRelativePath, type RelativePath, ToolError } from '@fixpoint/model';
import fastGlob, { type FileSystemAdapter } from 'fast-glob';

const ROOT = '/';

/** Files held in memory, by path. Change it between calls to change the world. */
export type MemoryFiles = Map<RelativePath, Uint8Array>;

/** Files from texts (written as UTF-8) and bytes. */
export function memoryFiles(contents: Readonly<Record<RelativePath, string | Uint8Array>>): MemoryFiles {
  const entries = Object.entries(contents).map(([path, content]) => [path, toBytes(content)] as const);
  return new Map(entries);
}

/** A text as UTF-8; bytes as they are. */
export function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
}

/** The paths that match any of the globs, by the rules of the real file port. */
export function listMemoryFiles(files: MemoryFiles, globs: readonly string[]): readonly RelativePath[] {
  const ignore = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  const included = globs.filter((glob) => !glob.startsWith('!'));
  for (const glob of included) if (!isRelativeGlob(glob)) throw refusal(glob);
  const options = { cwd: ROOT, ignore, fs: adapter(files) };
  const tasks = fastGlob
    .generateTasks(included)
    .flatMap(({ positive }) => positive.map((glob) => splitOff(glob)));
  const found = tasks
    .filter(({ base }) => !files.has(base))
    .flatMap(({ glob }) => fastGlob.sync(glob, options));
  return [...new Set(found)].sort(compareText);
}

/** Throws the ToolError of the real file port for a path that could leave the root. */
export function assertRelative(path: string): void {
  if (!isRelativePath(path)) throw refusal(path);
}

function refusal(path: string): ToolError {
  return new ToolError(`${JSON.stringify(path)} is refused`, { file: path });
}

function splitOff(glob: string) {
  return { glob, base: fastGlob.generateTasks(glob)[0]?.base ?? '.' };
}

interface Entry {
  readonly name: string;
  readonly directory: boolean;
}

function adapter(files: MemoryFiles): Partial<FileSystemAdapter> {
  const lstatSync = (path: string) => stats(entryAt(files, posix.relative(ROOT, path)));
  const readdirSync = (path: string) => children(files, posix.relative(ROOT, path)).map(stats);
  return { lstatSync, statSync: lstatSync, readdirSync } as unknown as Partial<FileSystemAdapter>;
}

function entryAt(files: MemoryFiles, path: RelativePath): Entry {
  const name = posix.basename(path);
  if (files.has(path)) return { name, directory: false };
  if (path === '' || children(files, path).length > 0) return { name, directory: true };
  throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });
}

function children(files: MemoryFiles, path: RelativePath): readonly Entry[] {
  const prefix = path === '' ? '' : `${path}/`;
  const byName = new Map<string, Entry>();
  for (const file of files.keys()) {
    const [name = '', ...below] = file.startsWith(prefix) ? file.slice(prefix.length).split('/') : [];
    if (name !== '') byName.set(name, { name, directory: below.length > 0 });
  }
  return [...byName.values()];
}

/** What fast-glob asks of a directory entry and of a stat alike. */
function stats({ name, directory }: Entry) {
  const no = () => false;
  return {
    name,
    isFile: () => !directory,
    isDirectory: () => directory,
    isSymbolicLink: no,
    isBlockDevice: no,
    isCharacterDevice: no,
    isFIFO: no,
    isSocket: no,
  };
}
