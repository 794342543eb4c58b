import {
  commandLine,
  describeFailure,
  exitLine,
  hasSucceeded,
  outputText,
  toReferenceRun,
} from './reference-run';
import type { ReferenceRun } from './reference-run';

const run = (more: Partial<ReferenceRun>): ReferenceRun => ({
  status: 'exited',
  exitCode: 0,
  stdout: '',
  stderr: '',
  ...more,
});

describe('the text of a run', () => {
  it('is standard output, or standard error when there is only white space', () => {
    expect(outputText(run({ stdout: 'out', stderr: 'err' }))).toBe('out');
    expect(outputText(run({ stdout: ' \u0085\n', stderr: 'err' }))).toBe('err');
    expect(outputText(run({ stdout: '\ufeff', stderr: 'err' }))).toBe('\ufeff');
  });

  it('has LF line ends and is otherwise as printed', () => {
    expect(outputText(run({ stdout: ' a\r\n\u001b[1mb\u001b[0m \rc\n' }))).toBe(
      ' a\n\u001b[1mb\u001b[0m \rc\n',
    );
  });
});

it('decodes with replacement and keeps a byte order mark', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  const result = {
    status: 'exited' as const,
    exitCode: 3,
    stdout: bytes(0xef, 0xbb, 0xbf, 0x61, 0xff),
    stderr: bytes(0xe2, 0x82),
    truncated: false,
  };
  expect(toReferenceRun(result)).toEqual({
    status: 'exited',
    exitCode: 3,
    stdout: '\ufeffa\ufffd',
    stderr: '\ufffd',
    startError: undefined,
  });
});

it('has succeeded only with exit code 0', () => {
  expect(hasSucceeded(run({}))).toBe(true);
  expect(hasSucceeded(run({ exitCode: 1 }))).toBe(false);
  expect(hasSucceeded(run({ status: 'timeout', exitCode: undefined }))).toBe(false);
});

describe('messages', () => {
  it('quote arguments, never the program', () => {
    expect(commandLine('/my tools/a', ['b c', '--d'])).toBe('/my tools/a "b c" --d');
  });

  it('give -1 for a run without exit code', () => {
    expect(exitLine('a', ['b'], run({ status: 'signalled', exitCode: undefined }))).toBe('a b (exit -1)');
  });

  it('say everything that was printed', () => {
    expect(describeFailure('a', [], run({ exitCode: 1, stdout: ' ', stderr: 'no\r\n' }))).toBe(
      'a (exit 1)\nstderr:\nno\r\n',
    );
    expect(describeFailure('a', [], run({ exitCode: 1, stdout: 'x', stderr: 'y' }))).toBe(
      'a (exit 1)\nstdout:\nx\nstderr:\ny',
    );
    expect(describeFailure('a', [], run({ status: 'not-started', startError: 'ENOENT' }))).toBe(
      'spawn failed: ENOENT',
    );
  });
});
