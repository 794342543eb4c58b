import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A recorded input and output of the parity formats. */
export interface ParityCase {
  readonly id: string;
  readonly kind: string;
  /** The name of the tool's root directory. */
  readonly tool: string;
  readonly version: string;
  /** Absolute directory of the case. */
  readonly directory: string;
  /** Absolute directory of what the case starts from. */
  readonly inputs: string;
  /** Environment that the output was recorded with. */
  readonly env: Readonly<Record<string, string>>;
  readonly expected: Expected;
  /** Why the recorded output does not follow from the recorded input, where the recording says so. */
  readonly leftover?: string;
}

/** What was recorded of a case. */
export interface Expected {
  /** Texts by path relative to the case's `expected` directory. */
  readonly files: TextFiles;
  /** The exit code of a case that must fail. */
  readonly refusal?: number;
}

/** Texts by relative path, with `/`. */
export type TextFiles = Readonly<Record<string, string>>;

interface IndexRow {
  readonly id: string;
  readonly kind: string;
  readonly tool: string;
  readonly version: string | null;
  readonly dir: string;
  readonly consistent?: boolean;
}

interface CaseMeta {
  readonly env?: Readonly<Record<string, string>>;
  readonly consistent?: boolean;
  readonly [remark: string]: unknown;
}

/** Where a recording says why it is not consistent, the plainest first. */
const REASONS = ['explanation', 'explained', 'reason', 'why', 'note', 'basis'];

const REFUSAL = /(?:^|\.)error\.json$/;

/** The cases of a folder in the order of its index; undefined when there is no such folder. */
export function readCases(folder: string): ParityCase[] | undefined {
  const index = join(folder, 'index.json');
  if (!existsSync(index)) return undefined;
  return readJson<IndexRow[]>(index).map((row) => readCase(join(folder, row.dir), row));
}

/** Every file below a directory. */
export function listFiles(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function readCase(directory: string, { id, kind, tool, version, consistent }: IndexRow): ParityCase {
  const meta = readJson<CaseMeta>(join(directory, 'meta.json'));
  const isConsistent = consistent !== false && meta.consistent !== false;
  const inputs = join(directory, 'inputs');
  return {
    id,
    kind,
    tool,
    version: version ?? '',
    directory,
    inputs,
    env: meta.env ?? {},
    expected: readExpected(join(directory, 'expected')),
    ...(isConsistent ? {} : { leftover: reasonOf(meta) }),
  };
}

function reasonOf(meta: CaseMeta): string {
  const reason = REASONS.map((key) => meta[key]).find((value) => typeof value === 'string' && value !== '');
  return typeof reason === 'string' ? reason : 'the recording gives no reason';
}

function readExpected(directory: string): Expected {
  const paths = listFiles(directory);
  const refusal = paths.find((path) => REFUSAL.test(path));
  const files = paths
    .filter((path) => path !== refusal)
    .map((path) => [path, readFileSync(join(directory, path), 'utf8')] as const);
  return {
    files: Object.fromEntries(files),
    refusal:
      refusal === undefined ? undefined : readJson<{ exit_code: number }>(join(directory, refusal)).exit_code,
  };
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
