import type { Terminal } from '../terminal';

/** A terminal that keeps what is printed. */
export interface RecordedTerminal extends Terminal {
  readonly out: () => string;
  readonly err: () => string;
  /** Does what happens when the user interrupts. */
  interrupt(): void;
}

/** A terminal of a test, in a directory. */
export function recordedTerminal(cwd: string, changes: Partial<Terminal> = {}): RecordedTerminal {
  const printed = { out: '', err: '' };
  let handler: () => void = () => undefined;
  return {
    cwd,
    self: [],
    color: false,
    stdout: { write: (text) => (printed.out += text) },
    stderr: { write: (text) => (printed.err += text), isTTY: false },
    onInterrupt: (handle) => (handler = handle),
    ...changes,
    out: () => printed.out,
    err: () => printed.err,
    interrupt: () => handler(),
  };
}
