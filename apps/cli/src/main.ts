import { EXIT_CODES } from '@fixpoint/model';
import { runProgram } from './program';

// `npm run` moves to the package's root; a relative --root means the directory the user typed it in.
const throughNpm = process.env['npm_lifecycle_event'] === 'fixpoint';

void runProgram(process.argv.slice(2), {
  cwd: throughNpm ? (process.env['INIT_CWD'] ?? process.cwd()) : process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  color: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
  command: throughNpm ? (fix) => fix.replace(/^fixpoint /, 'npm run --silent fixpoint -- ') : undefined,
  onInterrupt: (handle) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, handle)),
}).then((exitCode) => {
  process.exitCode = exitCode;
  // Work that was interrupted may still hold the event loop; its children are killed with the process.
  if (exitCode === EXIT_CODES.interrupted) process.exit();
});
