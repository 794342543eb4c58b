import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';

/** An empty directory of the running test. */
export interface TempDirectory {
  /** Absolute real path; another one in every test. */
  readonly path: string;
  /** Writes a file below it, parents included; gives the absolute path. */
  write(path: string, content: string | Uint8Array): string;
  /** The text of a file below it. */
  read(path: string): string;
  /** Every file and symlink below it, with `/`, sorted by code unit. */
  list(): readonly string[];
}

/**
 * Gives every test of the enclosing `describe` (or file) an empty directory that is removed after it. Call it where hooks may
 * be declared, and read `path` inside a test.
 */
export function tempDirectory(parent: string = tmpdir()): TempDirectory {
  let current: string | undefined;
  const path = (): string => {
    if (current === undefined) throw new Error('the temporary directory exists only while a test runs');
    return current;
  };
  beforeEach(() => {
    current = realpathSync.native(mkdtempSync(join(parent, 'fixpoint-test-')));
  });
  afterEach(() => {
    makeWritable(path());
    rmSync(path(), { recursive: true, force: true, maxRetries: 5 });
    current = undefined;
  });
  return {
    get path() {
      return path();
    },
    write(file, content) {
      const absolute = join(path(), file);
      mkdirSync(dirname(absolute), { recursive: true });
      writeFileSync(absolute, content);
      return absolute;
    },
    read: (file) => readFileSync(join(path(), file), 'utf8'),
    list: () => listFiles(path()),
  };
}

/** A directory that a test made read-only cannot be emptied. */
function makeWritable(directory: string): void {
  chmodSync(directory, 0o700);
  const entries = readdirSync(directory, { withFileTypes: true });
  for (const entry of entries) if (entry.isDirectory()) makeWritable(join(directory, entry.name));
}

/** Every file and symlink below a directory, relative to it, with `/`, sorted by code unit. */
export function listFiles(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
