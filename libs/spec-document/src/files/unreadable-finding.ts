import { type Finding, ToolError } from '@fixpoint/model';

/** Why a file cannot be read, and what to do. */
export interface FileProblem {
  readonly message: string;
  readonly fix?: string;
}

/** The problem that a port reports; what is no problem of a file is a defect and is thrown on. */
export function problemOf(error: unknown): FileProblem {
  if (!(error instanceof ToolError)) throw error;
  return { message: error.message, ...(error.fix !== undefined && { fix: error.fix }) };
}

/** A finding for a spec that cannot be read. */
export function unreadableFinding(file: string, { message, fix }: FileProblem): Finding {
  return {
    id: 'spec-extract/unreadable',
    severity: 'error',
    message,
    file,
    fix: fix ?? `make ${file} a readable file, or take it out of "specs.files"`,
  };
}
