import { parse, type ParserOptions } from '@babel/parser';
import type { Position } from '@fixpoint/model';
import type { ScriptNode } from './script-node';

/** A syntax tree, or why there is none. */
export type ParsedScript =
  | { readonly program: ScriptNode }
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

/** Parses TypeScript or JavaScript. */
export function parseScript(file: string, text: string): ParsedScript {
  let problem: unknown;
  for (const plugins of dialectsOf(file)) {
    try {
      return { program: parse(text, { ...OPTIONS, plugins }).program as unknown as ScriptNode };
    } catch (error) {
      problem ??= error;
    }
  }
  return { problem: reasonOf(problem), ...placeOf(problem) };
}

function dialectsOf(file: string): readonly Plugins[] {
  if (file.endsWith('.tsx')) return TYPESCRIPT_JSX;
  return /\.[cm]?ts$/.test(file) ? TYPESCRIPT : JAVASCRIPT;
}

function reasonOf(problem: unknown): string {
  if (problem instanceof RangeError) return 'it is nested too deeply';
  return problem instanceof Error ? problem.message.replace(/ \(\d+:\d+\)$/, '') : String(problem);
}

function placeOf(problem: unknown): { readonly position?: Position } {
  const { loc } = problem as { readonly loc?: { readonly line: number; readonly column: number } };
  return loc ? { position: { line: loc.line, column: loc.column + 1 } } : {};
}
