import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** An `npm` on PATH that gives a prepared archive instead of asking a registry. */
export interface FakeNpm {
  /** What it was called with, one line a call. */
  calls(): string[];
}

/**
 * How the fake behaves: it copies an archive to `--pack-destination`, or ends with a message, or writes half an archive and
 * then does not go on.
 */
export type FakeNpmAnswer =
  | { readonly archive?: string }
  | { readonly failure: string }
  | { readonly half: true };

const SCRIPT = `#!${process.execPath}
const { appendFileSync, copyFileSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const answer = JSON.parse(readFileSync(join(__dirname, 'answer.json'), 'utf8'));
const args = process.argv.slice(2);
appendFileSync(join(__dirname, 'calls.txt'), args.slice(0, 2).join(' ') + '\\n');
if (answer.failure !== undefined) {
  process.stderr.write(answer.failure);
  process.exit(1);
}
const destination = args[args.indexOf('--pack-destination') + 1];
if (answer.half) {
  appendFileSync(join(destination, 'package.tgz'), 'half');
  // Ends by itself once the program that waits for it was killed.
  setInterval(() => process.ppid === parent || process.exit(), 50);
  const parent = process.ppid;
}
if (answer.archive !== undefined) copyFileSync(answer.archive, join(destination, 'package.tgz'));
`;

/** Puts a fake npm into a directory and first on PATH; call `restorePath` of the result of `usePath` afterwards. */
export function installFakeNpm(directory: string, answer: FakeNpmAnswer): FakeNpm {
  mkdirSync(directory, { recursive: true });
  const program = join(directory, 'npm');
  writeFileSync(program, SCRIPT);
  chmodSync(program, 0o755);
  writeFileSync(join(directory, 'answer.json'), JSON.stringify(answer));
  process.env['PATH'] = `${directory}${delimiter}${process.env['PATH'] ?? ''}`;
  const log = join(directory, 'calls.txt');
  return { calls: () => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []) };
}

/** Takes PATH back to what it was, after every test of the enclosing `describe` (or file). */
export function restorePathAfterEach(): void {
  const path = process.env['PATH'];
  afterEach(() => {
    process.env['PATH'] = path;
  });
}
