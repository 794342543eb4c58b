import { runProgram } from '../program';
import { recordedTerminal } from './recorded-terminal';

/** How a call of the command line ended, and what it printed. */
export interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Calls the command line in a directory. */
export async function runFixpoint(cwd: string, argv: readonly string[]): Promise<Called> {
  const terminal = recordedTerminal(cwd);
  const code = await runProgram(argv, terminal);
  return { code, out: terminal.out(), err: terminal.err() };
}
