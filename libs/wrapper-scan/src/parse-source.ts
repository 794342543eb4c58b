import { parse } from '@babel/parser';
import type { ParserOptions } from '@babel/parser';
import type { Finding, Position } from '@fixpoint/model';
import type { FileNode } from './syntax';

/** One source file as it was handed in. */
export interface SourceText {
  /** Path as it is to stand in places and findings. */
  readonly path: string;
  readonly text: string;
}

/** A file that could be read, with what is needed to turn offsets into positions. */
export interface SourceFile extends SourceText {
  readonly ast: FileNode;
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[];
}

type Plugins = NonNullable<ParserOptions['plugins']>;

/** What to try, in order, for each extension: a `.js` file may be JSX, Flow or even TypeScript. */
const PLUGINS: Readonly<Record<string, readonly Plugins[]>> = {
  ts: [['typescript', 'decorators-legacy']],
  tsx: [['typescript', 'jsx', 'decorators-legacy']],
  js: [
    ['jsx', 'decorators-legacy'],
    ['flow', 'jsx', 'decorators-legacy'],
    ['typescript', 'jsx', 'decorators-legacy'],
  ],
};

const EXTENSIONS: Readonly<Record<string, string>> = {
  ts: 'ts',
  mts: 'ts',
  cts: 'ts',
  tsx: 'tsx',
  js: 'js',
  mjs: 'js',
  cjs: 'js',
  jsx: 'js',
};

/** Whether a file holds code: TypeScript or JavaScript by its extension, and not only declarations. */
export function isSourcePath(path: string): boolean {
  return dialectOf(path) !== undefined && !/\.d\.[cm]?ts$/.test(path);
}

function dialectOf(path: string): string | undefined {
  return EXTENSIONS[/\.([cm]?[jt]sx?)$/.exec(path)?.[1] ?? ''];
}

/** Parses one file, or says where it could not be read. */
export function parseSource({ path, text }: SourceText): SourceFile | Finding {
  let problem: unknown;
  for (const plugins of PLUGINS[dialectOf(path) ?? 'js'] as readonly Plugins[]) {
    try {
      return { path, text, ast: parse(text, { ...OPTIONS, plugins }), lineStarts: lineStartsOf(text) };
    } catch (error) {
      problem ??= error;
    }
  }
  return unparsable(path, problem);
}

/** Early errors (a name declared twice, a stray `await`) leave the tree usable, so they are not problems here. */
const OPTIONS: ParserOptions = {
  sourceType: 'unambiguous',
  errorRecovery: true,
  attachComment: false,
  allowAwaitOutsideFunction: true,
  allowImportExportEverywhere: true,
  allowNewTargetOutsideFunction: true,
  allowReturnOutsideFunction: true,
  allowSuperOutsideMethod: true,
  allowUndeclaredExports: true,
};

function unparsable(path: string, problem: unknown): Finding {
  const position = positionOf(problem);
  return {
    id: 'evidence/unparsable-source',
    severity: 'error',
    message: `The wrapper's source cannot be parsed: ${reasonOf(problem)}`,
    file: path,
    ...(position && { position }),
    fix: `Correct the syntax of ${path}, or leave the file out of the evidence files in RULES.json`,
  };
}

function reasonOf(problem: unknown): string {
  if (problem instanceof RangeError) return 'it is nested too deeply';
  return problem instanceof Error ? problem.message.replace(/\s*\(\d+:\d+\)$/, '') : String(problem);
}

function positionOf(problem: unknown): Position | undefined {
  const loc = (problem as { loc?: { line: number; column: number } } | undefined)?.loc;
  return loc && { line: loc.line, column: loc.column + 1 };
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** The 1-based line and column of an offset. */
export function positionAt(file: SourceFile, offset: number): Position {
  let low = 0;
  let high = file.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((file.lineStarts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (file.lineStarts[low] as number) + 1 };
}
