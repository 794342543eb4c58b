/** What the command needs of the process it runs in. */
export interface Terminal {
  /** Absolute directory that relative options are meant from. */
  readonly cwd: string;
  /** The program and the arguments that start this command line; a command follows them. */
  readonly self: readonly string[];
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly color: boolean;
  /** Turns a fix into what the reader can paste here. */
  readonly command?: (fix: string) => string;
  /** Registers what happens when the user interrupts. */
  onInterrupt(handle: () => void): void;
}
