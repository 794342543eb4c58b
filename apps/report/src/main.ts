import { EXIT_CODES } from '@fixpoint/model';
import { runReport } from './program';

const { stdout, stderr } = process;

void runReport(process.argv.slice(2), { cwd: process.cwd(), stdout, stderr }).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = EXIT_CODES.internal;
  },
);
