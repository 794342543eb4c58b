import { EXIT_CODES } from '@fixpoint/model';
import { withCommand } from '@fixpoint/runner';
import { runProgram } from './program';

/**
 * `npm run` moves to the package's root; a relative --root means the directory the user typed it in.
 *
 * @req FP-CLI-003
 */
const throughNpm = process.env['npm_lifecycle_event'] === 'fixpoint';

let isOutputLost = false;
process.stderr.on('error', () => undefined);
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head`) is no failure.
  if (error.code === 'EPIPE') return;
  isOutputLost = true;
  process.exitCode = EXIT_CODES.environment;
  process.stderr.write(`error: the result cannot be written: ${error.message}\n`);
});

void runProgram(process.argv.slice(2), {
  cwd: throughNpm ? (process.env['INIT_CWD'] ?? process.cwd()) : process.cwd(),
  self: [process.execPath, ...process.execArgv, process.argv[1] as string],
  stdout: process.stdout,
  stderr: process.stderr,
  color: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
  command: throughNpm ? (fix) => withCommand(fix, 'npm run --silent fixpoint --') : undefined,
  // Not `once`: while somebody listens, the process ends with the exit code below and not by the signal.
  onInterrupt: (handle) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.on(signal, handle)),
}).then((exitCode) => {
  process.exitCode = isOutputLost ? EXIT_CODES.environment : exitCode;
  // Work that was interrupted may still hold the event loop; its children are killed with the process.
  if (exitCode === EXIT_CODES.interrupted) process.exit();
});
