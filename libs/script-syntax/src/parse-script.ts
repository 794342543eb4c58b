import { parse, type ParserOptions } from '@babel/parser';
import type { Position } from '@fixpoint/model';

/** The syntax tree of a file. */
export type ScriptFile = ReturnType<typeof parse>;

/** A syntax tree, or why there is none. */
export type ParsedScript =
  | { readonly file: ScriptFile }
  | { readonly problem: string; readonly position?: Position };

type Plugins = NonNullable<ParserOptions['plugins']>;

const TYPESCRIPT: readonly Plugins[] = [['typescript', 'decorators-legacy']];
const TYPESCRIPT_JSX: readonly Plugins[] = [['typescript', 'jsx', 'decorators-legacy']];
/** A `.js` file may be JSX, Flow or even TypeScript: what to try, in order. */
const JAVASCRIPT: readonly Plugins[] = [
  ['jsx', 'decorators-legacy'],
  ['flow', 'jsx', 'decorators-legacy'],
  ['typescript', 'jsx', 'decorators-legacy'],
];

/** Early errors (a name declared twice, a stray `await`) leave the tree usable, so they are no problems here. */
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

/**
 * Parses TypeScript or JavaScript, in the dialect that the name of the file stands for; a `.js` file in the first one that fits. Code that a
 * strict compiler refuses and that has a tree all the same (a name declared twice, `return` at the top level) is no problem.
 */
export function parseScript(path: string, text: string): ParsedScript {
  let problem: unknown;
  for (const plugins of dialectsOf(path)) {
    try {
      return { file: parse(text, { ...OPTIONS, plugins }) };
    } catch (error) {
      problem ??= error;
    }
  }
  return { problem: reasonOf(problem), ...placeOf(problem) };
}

function dialectsOf(path: string): readonly Plugins[] {
  if (path.endsWith('.tsx')) return TYPESCRIPT_JSX;
  return /\.[cm]?ts$/.test(path) ? TYPESCRIPT : JAVASCRIPT;
}

function reasonOf(problem: unknown): string {
  if (problem instanceof RangeError) return 'it is nested too deeply';
  return problem instanceof Error ? problem.message.replace(/ \(\d+:\d+\)$/, '') : String(problem);
}

function placeOf(problem: unknown): { readonly position?: Position } {
  const { loc } = problem as { readonly loc?: { readonly line: number; readonly column: number } };
  return loc ? { position: { line: loc.line, column: loc.column + 1 } } : {};
}
