import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import {
  type BinaryPort,
  type FilePort,
  type HistoryPort,
  type InstalledPackage,
  type LoadedModule,
  type MachinePort,
  type MovedFile,
  type NetworkPort,
  type PackagePort,
  type Ports,
  type ProcessRequest,
  type RelativePath,
  type ScratchPort,
  ToolError,
  type WorkspacePort,
} from '@fixpoint/model';
import { memoryProcesses, type MemoryPrograms } from './memory-processes';
import { assertRelative, listMemoryFiles, type MemoryFiles, memoryFiles, toBytes } from './memory-tree';

const HEAD_BYTES = 64 * 1024;

/** An executable of a test: its bytes, or why it cannot be one. */
export type MemoryBinary =
  | string
  | Uint8Array
  | { readonly problem: 'absent' | 'not-a-file' | 'not-executable' };

/** The world as a test wants it; everything has a default. */
export interface MemoryWorld {
  /** Absolute directory that `files` seem to lie below; `/workspace` by default. */
  readonly root?: string;
  readonly files?: Readonly<Record<RelativePath, string | Uint8Array>>;
  readonly processes?: MemoryPrograms;
  /** Executables by absolute path. */
  readonly binaries?: Readonly<Record<string, MemoryBinary>>;
  /** Absolute paths of the commands on PATH. */
  readonly commands?: Readonly<Record<string, string>>;
  /** Packages; each is seen from the directory that holds its `node_modules`, and from below. */
  readonly packages?: readonly InstalledPackage[];
  /** Texts of package files by absolute path. */
  readonly packageFiles?: Readonly<Record<string, string>>;
  /** Modules by the name of their package. */
  readonly modules?: Readonly<Record<string, LoadedModule>>;
  readonly env?: Readonly<Record<string, string>>;
  /** `2024-01-01T00:00:00Z` by default. */
  readonly now?: string;
  readonly parallelism?: number;
  readonly platform?: NonNullable<MachinePort['platform']>;
  /** What was committed before; without it there is no repository. */
  readonly history?: MemoryHistory;
  /** Other machines; without it nobody can be asked. */
  readonly network?: NetworkPort;
}

/** Commits of a test: files by the revision that names the commit, and the revision at which the branch began. */
export interface MemoryHistory {
  readonly mergeBase?: string;
  readonly commits: Readonly<Record<string, Readonly<Record<RelativePath, string>>>>;
  /** What has moved since a commit, by the revision that names it. */
  readonly moves?: Readonly<Record<string, readonly MovedFile[]>>;
}

/** Ports on a world in memory, with a record of what was asked of them. */
export interface MemoryPorts extends Ports {
  /** The files below the root; a test may change them. */
  readonly tree: MemoryFiles;
  /** Every program that was run, in order. */
  readonly requests: readonly ProcessRequest[];
  /** Scratch directories that are in use. */
  readonly openScratch: ReadonlySet<string>;
  /** Every progress update, as `label done/total`. */
  readonly updates: readonly string[];
}

/** Ports that touch nothing outside this process and give the same answers everywhere. */
export function memoryPorts(world: MemoryWorld = {}): MemoryPorts {
  const tree = memoryFiles(world.files ?? {});
  const requests: ProcessRequest[] = [];
  const openScratch = new Set<string>();
  const updates: string[] = [];
  return {
    tree,
    requests,
    openScratch,
    updates,
    files: filePort(world.root ?? '/workspace', tree),
    processes: memoryProcesses(world.processes ?? {}, requests),
    scratch: scratchPort(openScratch),
    binaries: binaryPort(world),
    packages: packagePort(world),
    modules: {
      load: async (name) => (Object.hasOwn(world.modules ?? {}, name) ? world.modules?.[name] : undefined),
    },
    machine: machinePort(world),
    progress: {
      update: (label, done, total) => void updates.push(`${label} ${done}/${total}`),
      end: () => undefined,
    },
    history: historyPort(world.history),
    workspace: workspacePort(world, tree),
    ...(world.network && { network: world.network }),
  };
}

function historyPort(history: MemoryHistory | undefined): HistoryPort {
  const commits = (): MemoryHistory['commits'] => {
    if (history === undefined) throw new ToolError('this is no git repository', { fix: 'git init' });
    return history.commits;
  };
  return {
    commit: async (revision) => (commits()[revision] === undefined ? undefined : revision),
    mergeBase: async () => {
      commits();
      if (history?.mergeBase === undefined) throw new ToolError('there is no common commit');
      return { commit: history.mergeBase, branch: 'origin/main' };
    },
    readAt: async (commit, path) => commits()[commit]?.[posix.normalize(path)],
    moves: async (base) => {
      commits();
      return history?.moves?.[base] ?? [];
    },
  };
}

/** The files of the root and those of packages, by absolute paths. */
function workspacePort(
  { root = '/workspace', packageFiles = {} }: MemoryWorld,
  tree: MemoryFiles,
): WorkspacePort {
  const read = (file: string): Uint8Array | undefined =>
    Object.hasOwn(packageFiles, file)
      ? toBytes(packageFiles[file] as string)
      : tree.get(posix.relative(root, file));
  return {
    entries: async (directory) => {
      const files = [...tree.keys()].map((path) => posix.join(root, path)).concat(Object.keys(packageFiles));
      const prefix = directory === '/' ? '/' : `${directory}/`;
      const below = files.filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length));
      const kinds = new Map(
        below.map(
          (rest) => [rest.split('/')[0] as string, rest.includes('/') ? 'directory' : 'file'] as const,
        ),
      );
      const names = [...kinds.keys()].sort();
      return names.length === 0
        ? undefined
        : names.map((name) => ({ name, kind: kinds.get(name) ?? 'file' }));
    },
    read: async (file, maxBytes) => {
      const bytes = read(file);
      return bytes !== undefined && bytes.length > maxBytes ? { sizeBytes: bytes.length } : bytes;
    },
  };
}

function filePort(root: string, tree: MemoryFiles): FilePort {
  const read = (path: RelativePath): Uint8Array | undefined => {
    assertRelative(path);
    return tree.get(posix.normalize(path));
  };
  return {
    root,
    readBytes: async (path) => read(path),
    readText: async (path) => {
      const bytes = read(path);
      return bytes && decode(path, bytes);
    },
    list: async (globs) => listMemoryFiles(tree, globs),
    directories: async (path) => directoriesBelow(tree, path),
  };
}

/** A directory is there when a file lies below it. */
function directoriesBelow(tree: MemoryFiles, path: RelativePath): string[] {
  const prefix = `${posix.normalize(path)}/`;
  const below = [...tree.keys()].filter((file) => file.startsWith(prefix));
  const names = below.map((file) => file.slice(prefix.length)).filter((rest) => rest.includes('/'));
  return [...new Set(names.map((rest) => rest.slice(0, rest.indexOf('/'))))].sort();
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new ToolError(`cannot read ${path}: it is not valid UTF-8`, { cause, file: path });
  }
}

function scratchPort(open: Set<string>): ScratchPort {
  let count = 0;
  return {
    async with(prefix, use) {
      count += 1;
      const directory = `/scratch/${prefix}-${count}`;
      open.add(directory);
      try {
        return await use(directory);
      } finally {
        open.delete(directory);
      }
    },
  };
}

function binaryPort({ binaries = {}, commands = {} }: MemoryWorld): Required<BinaryPort> {
  const bytesAt = (path: string) => {
    const binary = binaries[path] ?? { problem: 'absent' as const };
    return typeof binary === 'object' && 'problem' in binary ? binary : toBytes(binary);
  };
  return {
    async inspect(path) {
      const bytes = bytesAt(path);
      if ('problem' in bytes) return bytes;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { sha256, sizeBytes: bytes.length, head: bytes.subarray(0, HEAD_BYTES), realPath: path };
    },
    async head(path) {
      const bytes = bytesAt(path);
      return 'problem' in bytes ? undefined : bytes.subarray(0, HEAD_BYTES);
    },
    which: async (command) => commands[command],
    list: async (directory, glob) =>
      listMemoryFiles(below(directory, binaries), [glob]).map((path) => posix.join(directory, path)),
  };
}

function packagePort({ packages = [], packageFiles = {} }: MemoryWorld): PackagePort {
  return {
    async find(name, from) {
      for (let directory = from; ; directory = posix.dirname(directory)) {
        const wanted = posix.join(directory, 'node_modules', name);
        const found = packages.find((candidate) => candidate.directory === wanted);
        if (found || directory === posix.dirname(directory)) return found;
      }
    },
    async readFiles(directory, globs) {
      const paths = listMemoryFiles(below(directory, packageFiles), globs);
      return paths.map((path) => ({ path, text: packageFiles[posix.join(directory, path)] ?? '' }));
    },
  };
}

/** The files of a table of absolute paths that lie below a directory. */
function below(directory: string, table: Readonly<Record<string, unknown>>): MemoryFiles {
  const paths = Object.keys(table).map((path) => posix.relative(directory, path));
  return new Map(paths.filter((path) => !path.startsWith('..')).map((path) => [path, new Uint8Array()]));
}

function machinePort({
  env = {},
  now = '2024-01-01T00:00:00Z',
  parallelism = 2,
  platform,
}: MemoryWorld): MachinePort {
  return {
    now: () => now,
    env: (name) => env[name],
    parallelism,
    platform: platform ?? { os: 'linux', arch: 'x86_64' },
  };
}
