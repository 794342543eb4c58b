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
}
