import type { RelativePath } from './artifact';

/**
 * Reading files below one root. Every path is relative to that root; a path that leaves it, symlinks included, is refused
 * with a ToolError. A file that is absent is `undefined`, any other failure is a ToolError.
 */
export interface FilePort {
  readonly root: string;
  readText(path: RelativePath): Promise<string | undefined>;
  readBytes(path: RelativePath): Promise<Uint8Array | undefined>;
  /** Files that match any of the globs, sorted by code unit; directories are not listed. */
  list(globs: readonly string[]): Promise<readonly RelativePath[]>;
  /** Names of the directories directly below one, sorted by code unit; symlinks are none, an absent directory has none. */
  directories(path: RelativePath): Promise<readonly string[]>;
}

/** One child process to run, without a shell. */
export interface ProcessRequest {
  /** Absolute path or a name looked up on PATH. */
  readonly command: string;
  readonly args: readonly string[];
  /** The child's whole environment; nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /** Absolute working directory. */
  readonly cwd: string;
  /** Milliseconds until the process group is killed. */
  readonly timeoutMs: number;
  /** Bytes kept per stream; what comes after is drained and dropped, and `truncated` is set. */
  readonly maxBytes: number;
}

/** How a child ended. */
export interface ProcessResult {
  readonly status: 'exited' | 'signalled' | 'timeout' | 'not-started';
  readonly exitCode?: number;
  readonly signal?: string;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  readonly truncated: boolean;
  /** Why a process could not be started (ENOENT, EACCES, …). */
  readonly startError?: string;
}

/** Running other programs. */
export interface ProcessPort {
  run(request: ProcessRequest): Promise<ProcessResult>;
}

/** A directory of one's own, removed when the callback ends. */
export interface ScratchPort {
  /** Gives the callback an empty writable directory (absolute path). */
  with<T>(prefix: string, use: (directory: string) => Promise<T>): Promise<T>;
}

/** What is known of a binary on disk without running it. */
export interface BinaryFile {
  readonly sha256: string;
  readonly sizeBytes: number;
  /** The first 64 KiB, enough for the header of every executable format. */
  readonly head: Uint8Array;
  /** Absolute path of the file itself, every symlink followed. */
  readonly realPath?: string;
}

/** Reading executables, which may lie outside the root (in `node_modules`, on PATH). */
export interface BinaryPort {
  /** Facts of a regular executable file; the reason if it is absent, not a file or not executable. */
  inspect(
    absolutePath: string,
  ): Promise<BinaryFile | { readonly problem: 'absent' | 'not-a-file' | 'not-executable' }>;
  /** Absolute real path of a command on PATH, if there is one. */
  which(command: string): Promise<string | undefined>;
  /** The first 64 KiB of a file without reading the rest; undefined where `inspect` would name a problem. */
  head?(absolutePath: string): Promise<Uint8Array | undefined>;
  /** Absolute paths of the files below an absolute directory that match a glob, sorted by code unit; none if it is absent. */
  list?(directory: string, glob: string): Promise<readonly string[]>;
}

/** An installed npm package. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** Absolute directory of the package. */
  readonly directory: string;
}

/** One text file of a package. */
export interface PackageFile {
  readonly path: RelativePath;
  readonly text: string;
}

/** Looking packages up as Node would, from a directory. */
export interface PackagePort {
  /** The package as seen from an absolute directory, or undefined when it is not installed. */
  find(name: string, fromDirectory: string): Promise<InstalledPackage | undefined>;
  /**
   * The texts of the files below an absolute directory that match any of the globs, sorted by path (code unit). Paths are
   * relative to the directory, with `/`. A file that ends in `.gz` is unpacked. A directory that is absent has no files, any other failure is a ToolError.
   */
  readFiles(directory: string, globs: readonly string[]): Promise<readonly PackageFile[]>;
}

/** A module of an installed package. */
export interface LoadedModule {
  readonly version: string;
  /** What the package exports, as `require` or `import` gives it; `default` is not unwrapped. */
  readonly module: Readonly<Record<string, unknown>>;
}

/** Loading code of installed packages when it is needed: generators that the user has chosen, and large libraries of our own. */
export interface ModulePort {
  /**
   * The package as Node would resolve it from an absolute directory (from this product's own files when absent), loaded once per
   * process; undefined when it is not installed. A package that is there and does not load is a ToolError.
   */
  load(name: string, fromDirectory?: string): Promise<LoadedModule | undefined>;
}

/** Time and environment, the two inputs a pure function must not reach for. */
export interface MachinePort {
  /** Now, as `YYYY-MM-DDTHH:MM:SSZ`. */
  now(): string;
  env(name: string): string | undefined;
  /** Processors that may be used at once. */
  readonly parallelism: number;
  /** What executables run here as they are: linux, macos or windows, and x86_64, aarch64, …. */
  readonly platform?: { readonly os: string; readonly arch: string };
}

/** Progress of long work; silent when the terminal is not interactive. */
export interface ProgressPort {
  update(label: string, done: number, total: number): void;
  end(): void;
}

/** Where the current branch left the default one. */
export interface MergeBase {
  /** Full id of the commit. */
  readonly commit: string;
  /** The default branch, as it is called here: `origin/main`. */
  readonly branch: string;
}

/**
 * Reading what was committed before. Nothing is written and nothing is fetched. Where there is no repository, no git, or not
 * enough of the history, every member throws a ToolError that says how to get it.
 */
export interface HistoryPort {
  /** Full id of the commit that a revision names; undefined when nothing is called so. */
  commit(revision: string): Promise<string | undefined>;
  /** The best common ancestor of HEAD and the default branch: `origin/HEAD`, or else `main` or `master`. */
  mergeBase(): Promise<MergeBase>;
  /** A file as it was in a commit, by its path relative to the root (which `..` may lead out of); undefined if it was not there. */
  readAt(commit: string, path: string): Promise<string | undefined>;
  /**
   * Files of a commit that are gone from the working tree, and where they went: what was added since counts whether git knows of it
   * yet or not. Paths are relative to the root (`..` may lead out of it); sorted by code unit.
   */
  moves(base: string): Promise<readonly MovedFile[]>;
}

/** A file that is no longer where it was; without `to` it was deleted. */
export interface MovedFile {
  readonly from: string;
  readonly to?: string;
}

/** What stands directly in a directory. */
export interface WorkspaceEntry {
  /** As the directory spells it, letter by letter. */
  readonly name: string;
  /** What it is, or what a symlink leads to; `other` for pipes, devices and symlinks that lead nowhere. */
  readonly kind: 'file' | 'directory' | 'other';
  /** Absolute real path of what a symlink leads to, with `/`; only symlinks have it. */
  readonly link?: string;
}

/** Looking around the root, upwards too: what links lead to is often not below it. Paths are absolute, with `/`. Nothing is written. */
export interface WorkspacePort {
  /** What stands in a directory, sorted by code unit; undefined where none is or it cannot be looked into. */
  entries(directory: string): Promise<readonly WorkspaceEntry[] | undefined>;
  /** The bytes of a regular file, or its size where that is more than `maxBytes`; undefined if it is absent or cannot be read. */
  read(file: string, maxBytes: number): Promise<Uint8Array | { readonly sizeBytes: number } | undefined>;
}

/** One question to another machine. */
export interface NetworkRequest {
  readonly url: string;
  readonly method: 'HEAD' | 'GET';
  readonly timeoutMs: number;
}

/** An answer, whatever its status: redirects are not followed. */
export interface NetworkAnswer {
  readonly status: number;
  /** Where a redirect leads, as the server wrote it. */
  readonly location?: string;
  /** Milliseconds after which the server wants to be asked again. */
  readonly retryAfterMs?: number;
}

/** Why there is no answer. */
export interface NetworkProblem {
  readonly problem: 'dns' | 'tls' | 'refused' | 'timeout' | 'other';
  readonly message: string;
}

/** Asking other machines whether something is there; bodies are not read. */
export interface NetworkPort {
  request(request: NetworkRequest): Promise<NetworkAnswer | NetworkProblem>;
  /** Lets time pass before one asks again. */
  wait(milliseconds: number): Promise<void>;
}

/** Everything impure that a derivation's `collect` may use. */
export interface Ports {
  readonly files: FilePort;
  readonly processes: ProcessPort;
  readonly scratch: ScratchPort;
  readonly binaries: BinaryPort;
  readonly packages: PackagePort;
  readonly modules: ModulePort;
  readonly machine: MachinePort;
  readonly progress: ProgressPort;
  readonly history: HistoryPort;
  readonly workspace: WorkspacePort;
  /** There where a run may ask other machines; most never do. */
  readonly network?: NetworkPort;
}
