import { trimWhiteSpace } from '@fixpoint/help-parser';
import type { Finding } from '@fixpoint/model';
import { commandLine, outputText, type ReferenceRun } from './reference-run';

/** Where the problem of a snapshot is reported. */
export interface ProblemPlace {
  /** The snapshot file, as messages name it. */
  readonly file: string;
  /** The executable, as messages name it. */
  readonly command: string;
}

/** `--version` has failed. */
export function failedVersion(
  { file, command }: ProblemPlace,
  args: readonly string[],
  run: ReferenceRun,
): Finding {
  const line = commandLine(command, args);
  return {
    id: 'snapshot/version-failed',
    severity: 'error',
    message: `${line} ${endOf(run)}`,
    file,
    path: args.join(' '),
    expected: 'exit code 0',
    actual: excerpt(run),
    fix: `run \`${line}\` and see why it fails, then measure again`,
  };
}

/** A page without which there is no snapshot, and how it was asked for. */
export interface FailedPage {
  readonly path: readonly string[];
  pageArgs(path: readonly string[]): readonly string[];
  /** Whether every listed feature was enabled. */
  readonly isEnabledPass: boolean;
  readonly run: ReferenceRun;
}

/** A page without which there is no snapshot has failed. */
export function failedPage({ file, command }: ProblemPlace, page: FailedPage): Finding {
  const args = page.pageArgs(page.path);
  const pass = page.isEnabledPass ? ' with every listed feature enabled' : '';
  return {
    id: 'snapshot/help-failed',
    severity: 'error',
    message: `${commandLine(command, args)}${pass} ${endOf(page.run)}`,
    file,
    path: args.join(' '),
    expected: 'exit code 0',
    actual: excerpt(page.run),
    fix: howToMend(command, page),
  };
}

function howToMend(command: string, { path, pageArgs, isEnabledPass }: FailedPage): string {
  const parent = commandLine(command, pageArgs(path.slice(0, -1)));
  if (path.length > 0) {
    return `see whether \`${parent}\` lists "${path.at(-1)}" as a command: rules version 1 follow every word that looks like one and end at a page that fails; rules version 2 (rules_schema_version in RULES.json) record it and go on`;
  }
  return isEnabledPass
    ? 'look in the output for the feature that is refused: rules version 1 enable all at once; rules version 2 (rules_schema_version in RULES.json) leave out the refused ones'
    : `run \`${parent}\` and see why it fails, then measure again`;
}

// What a tool prints can be of any length; its beginning says why it failed.
function excerpt(run: ReferenceRun): string {
  const text = trimWhiteSpace(run.startError ?? outputText(run));
  return text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}…` : text;
}

const EXCERPT_LENGTH = 600;

function endOf(run: ReferenceRun): string {
  const ends: Readonly<Record<ReferenceRun['status'], string>> = {
    exited: `ended with exit code ${run.exitCode ?? -1}`,
    signalled: 'was ended by a signal',
    timeout: 'did not end in time',
    'not-started': 'could not be started',
  };
  return ends[run.status];
}

/** The crawl was given up: a tree of this size is taken for an endless one. */
export function endlessTree({ file, command }: ProblemPlace, page: EndlessPage): Finding {
  const { path, args, maxPages } = page;
  return {
    id: 'snapshot/too-many-pages',
    severity: 'error',
    message: `${command} lists more than ${maxPages} commands, below "${path.join(' ')}" for one`,
    file,
    path: path.join(' '),
    fix: `look with \`${commandLine(command, args)}\` for a command that lists itself, or allow more pages`,
  };
}

/** Where a crawl was given up. */
export interface EndlessPage {
  /** A command of few tokens above the last one that was read. */
  readonly path: readonly string[];
  /** The arguments that ask for it. */
  readonly args: readonly string[];
  readonly maxPages: number;
}

/** The directory's version is not the executable's. */
export function versionMismatch({ file, command }: ProblemPlace, expected: string, actual?: string): Finding {
  return {
    id: 'snapshot/version-mismatch',
    severity: 'error',
    message:
      actual === undefined
        ? `${command} --version names no version`
        : `${command} is version ${actual}, not ${expected}`,
    file,
    expected,
    actual: actual ?? 'none',
    fix:
      actual === undefined
        ? `name an executable whose --version prints ${expected}`
        : `use an executable of version ${expected}, or write to snapshots/${actual}/`,
  };
}

/** The time given for the record is not a time. */
export function invalidTime({ file }: ProblemPlace, actual: string): Finding {
  return {
    id: 'snapshot/collected-at-invalid',
    severity: 'error',
    message: `"${actual}" is not an RFC 3339 time`,
    file,
    path: '/collected_at',
    expected: 'a time such as 2026-01-31T20:14:43Z',
    actual,
    fix: 'give collected_at as 2026-01-31T20:14:43Z',
  };
}
