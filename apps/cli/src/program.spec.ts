import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS, PRODUCT_VERSION, TARGETS, withCommand } from '@fixpoint/runner';
import { tempDirectory } from '@fixpoint/testkit';
import { runProgram } from './program';
import { recordedTerminal } from './testing/recorded-terminal';

const STACK = /\n\s+at .+:\d+/;

const HELP = `A tool

Usage: tool [OPTIONS]

Options:
      --json  Print JSON
  -h, --help  Print help
`;

const RULES = {
  rules_schema_version: 2,
  tool: { name: 'tool' },
  targets: {
    here: {
      platform: process.platform === 'darwin' ? 'macos' : 'linux',
      required: true,
      binary: { path: 'bin/tool' },
    },
  },
};

const directory = tempDirectory();

async function fixpoint(...argv: string[]) {
  const terminal = recordedTerminal(directory.path);
  const code = await runProgram(argv, terminal);
  return { code, out: terminal.out(), err: terminal.err() };
}

function writeRoot(rules: unknown = RULES): void {
  directory.write('root/RULES.json', JSON.stringify(rules));
  const program = `#!/bin/sh\n[ "$1" = --version ] && echo tool 1.0.0 && exit\ncat <<'PAGE'\n${HELP}PAGE\n`;
  chmodSync(directory.write('root/bin/tool', program), 0o755);
}

describe('help and version', () => {
  it.each([['--help'], ['-h'], ['help']])('%s prints every command and ends with 0', async (word) => {
    const { code, out, err } = await fixpoint(word);
    expect([code, err]).toEqual([0, '']);
    for (const target of Object.keys(TARGETS)) expect(out).toContain(`  ${target} `);
    expect(out).not.toContain('fingerprint');
  });

  it.each([...Object.keys(TARGETS), 'acquire', 'bootstrap-coverage', 'release-watch'])(
    '%s has a page of its own that names --root [FP-CLI-002]',
    async (target) => {
      const { code, out } = await fixpoint(target, '--help');
      expect([code, out.includes('--root <dir>')]).toEqual([0, true]);
      expect((await fixpoint('help', target)).out).toBe(out);
    },
  );

  it('prints the version of the product', async () => {
    expect(await fixpoint('--version-of-fixpoint')).toEqual({
      code: 0,
      out: `${PRODUCT_VERSION}\n`,
      err: '',
    });
  });

  it('without a command is misuse', async () => {
    const { code, out, err } = await fixpoint();
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Usage: fixpoint');
  });
});

describe('misuse ends with 2, says what is wrong, prints nothing on standard output and runs nothing', () => {
  it.each([
    ['an unknown command', ['unoin', '--root', 'root'], /unknown command 'unoin'\n.*did you mean union/i],
    [
      'an unknown option',
      ['union', '--root', 'root', '--formt', 'json'],
      /'--formt'\n.*did you mean --format/i,
    ],
    ['no --root', ['union'], /--root <dir>' not specified/],
    ['a --root without directory', ['union', '--root'], /'--root <dir>' argument missing/],
    [
      'an unknown format',
      ['union', '--root', 'root', '--format', 'jsn'],
      /'jsn' is invalid.*text, json, markdown/,
    ],
    ['an argument too many', ['union', 'extra', '--root', 'root'], /too many arguments/],
    [
      'an option of another command',
      ['union', '--root', 'root', '--binary', 'x'],
      /unknown option '--binary'/,
    ],
  ])('%s [FP-CLI-001, FP-EXIT-003]', async (_name, argv, message) => {
    writeRoot();
    const { code, out, err } = await fixpoint(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).not.toMatch(STACK);
    expect(directory.list()).toEqual(['root/RULES.json', 'root/bin/tool']);
  });
});

/** What follows from a union, so that nothing is missing. */
async function deriveTheRest(): Promise<void> {
  for (const target of ['surface-diff', 'version-metadata']) await fixpoint(target, '--root', 'root');
}

describe('a target', () => {
  beforeEach(() => writeRoot());

  it('writes, is clean the second time, fails with 1 on drift and names the command that repairs it [FP-EXIT-001, FP-EXIT-002]', async () => {
    expect(await fixpoint('snapshot', '--root', 'root')).toMatchObject({
      code: 0,
      out: expect.stringContaining('root/snapshots/1.0.0/here.json') as string,
    });
    expect((await fixpoint('union', '--root', 'root')).code).toBe(0);
    await deriveTheRest();
    expect((await fixpoint('validate', '--root', 'root')).code).toBe(0);
    const union = directory.read('root/snapshots/1.0.0/union.json');
    directory.write('root/snapshots/1.0.0/union.json', union.replace('"--json"', '"--yaml"'));
    const { code, out, err } = await fixpoint('validate', '--root', 'root');
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('fix: npx fixpoint union --root root');
    expect(out).toContain('--yaml');
    expect((await fixpoint('union', '--root', 'root')).code).toBe(0);
    expect(directory.read('root/snapshots/1.0.0/union.json')).toBe(union);
  });

  it('takes version, target and binary from the command line [FP-EXIT-004]', async () => {
    const absent = await fixpoint('snapshot', '--root', 'root', '--version', '2.0.0');
    expect([absent.code, absent.out.includes('2.0.0')]).toEqual([3, true]);
    const strange = await fixpoint('snapshot', '--root', 'root', '--target', 'there');
    expect([strange.code, strange.out.includes('there is not a target')]).toEqual([2, true]);
    directory.write(
      'root/RULES.json',
      JSON.stringify({ ...RULES, targets: { here: { ...RULES.targets.here, binary: undefined } } }),
    );
    expect((await fixpoint('snapshot', '--root', 'root', '--binary', 'root/bin/tool')).code).toBe(0);
    expect(existsSync(join(directory.path, 'root/snapshots/1.0.0/here.json'))).toBe(true);
  });

  it.each(FORMATS)(
    'prints its result as %s, clean or not, with the same exit codes [FP-EXIT-002]',
    async (format) => {
      for (const [target, expected] of [
        ['validate', 1],
        ['snapshot', 0],
      ] as const) {
        const { code, out, err } = await fixpoint(target, '--root', 'root', '--format', format);
        expect([code, err]).toEqual([expected, '']);
        expect(out.trim()).not.toBe('');
      }
    },
  );

  it('prints JSON that says whether all is well, and what is not [FP-CLI-004]', async () => {
    await fixpoint('snapshot', '--root', 'root');
    const { out } = await fixpoint('validate', '--root', 'root', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      exitCode: 1,
      findings: expect.arrayContaining([
        expect.objectContaining({
          id: 'union/artifact-missing',
          severity: 'error',
          file: 'snapshots/1.0.0/union.json',
          fix: 'npx fixpoint union --root root',
        }),
      ]) as unknown,
      // Under version 2 the drift says it; a code of the contract would say it twice.
      violations: [],
    });
    await fixpoint('union', '--root', 'root');
    await deriveTheRest();
    const clean = await fixpoint('validate', '--root', 'root', '--format', 'json');
    expect(JSON.parse(clean.out)).toMatchObject({ ok: true, findings: [] });
  });

  it('writes fixes as the reader runs the product [FP-CLI-006]', async () => {
    const command = (fix: string) => withCommand(fix, 'npm run --silent fixpoint --');
    for (const argv of [
      ['validate', '--root', 'root'],
      ['acquire', '--root', 'root'],
    ]) {
      const terminal = recordedTerminal(directory.path, { command });
      await runProgram(argv, terminal);
      expect(terminal.out()).toMatch(/fix: npm run --silent fixpoint -- [a-z]+ --root root/);
      expect(terminal.out()).not.toContain('npx');
    }
  });

  it('colors only for a terminal [FP-CLI-005]', async () => {
    for (const color of [false, true]) {
      const terminal = recordedTerminal(directory.path, { color });
      await runProgram(['validate', '--root', 'root'], terminal);
      expect(terminal.out().includes('\u001b[')).toBe(color);
    }
  });
});

describe('bad input gives a message and no stack', () => {
  const bad: readonly (readonly [string, number, () => void])[] = [
    ['no directory', 3, () => undefined],
    ['no marker', 2, () => void directory.write('root/x', '')],
    ['an empty marker', 2, () => void directory.write('root/RULES.json', '')],
    ['a marker cut in half', 2, () => void directory.write('root/RULES.json', '{"rules_schema')],
    ['a marker that is a list', 2, () => void directory.write('root/RULES.json', '[]')],
    ['a marker that is null', 2, () => void directory.write('root/RULES.json', 'null')],
    ['a marker that is no text', 3, () => void directory.write('root/RULES.json', Uint8Array.of(0xff))],
    ['a marker that is a directory', 3, () => void directory.write('root/RULES.json/x', '')],
    ['a file in place of the root', 2, () => void directory.write('root', 'x')],
  ];
  const commands = [...Object.keys(TARGETS), 'acquire', 'bootstrap-coverage'];

  it.each(bad)('%s [FP-EXIT-003, FP-EXIT-004]', async (_name, expected, prepare) => {
    prepare();
    for (const command of commands) {
      const { code, out, err } = await fixpoint(command, '--root', 'root');
      const text = out + err;
      expect([command, code]).toEqual([command, expected]);
      expect(text).toMatch(/ error /);
      expect(text).toMatch(/ fix: /);
      expect(text).not.toMatch(STACK);
    }
    expect(await fixpoint('fingerprint', '--root', 'root')).toEqual({
      code: 0,
      out: 'unreadable\n',
      err: '',
    });
  });
});

describe('the tools', () => {
  it('fingerprint prints a digest', async () => {
    writeRoot();
    expect(await fixpoint('fingerprint', '--root', 'root')).toEqual({
      code: 0,
      out: expect.stringMatching(/^[0-9a-f]{64}\n$/) as string,
      err: '',
    });
  });

  it('bootstrap-coverage says on standard error what it lacks, since standard output is the module', async () => {
    writeRoot();
    const { code, out, err } = await fixpoint('bootstrap-coverage', '--root', 'root');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('"evidence"');
  });

  it('acquire says what a pin needs', async () => {
    writeRoot();
    const { code, out } = await fixpoint('acquire', '--root', 'root', '--pin', 'tool');
    expect([code, out.includes('acquire/incomplete-pin')]).toEqual([2, true]);
  });
});

it('ends with 130 when the user interrupts', async () => {
  writeRoot();
  const terminal = recordedTerminal(directory.path);
  const running = runProgram(['snapshot', '--root', 'root'], terminal);
  terminal.interrupt();
  expect(await running).toBe(130);
  // What was started goes on in a test, where nothing ends the process.
  while (!terminal.out().includes('snapshot')) await new Promise((resolve) => setTimeout(resolve, 20));
});
