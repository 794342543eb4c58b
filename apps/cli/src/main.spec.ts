import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inputsOf, tempDirectory, unionOf, unionText } from '@fixpoint/testkit';

const PLATFORM = process.platform === 'darwin' ? 'macos' : 'linux';
const BIN = join(__dirname, '../bin/fixpoint.cjs');
// Each call starts a process that reads the sources of the product first.
jest.setTimeout(30_000);

const directory = tempDirectory();

const OTHER_ENV = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name !== 'INIT_CWD' && !name.startsWith('npm_')),
);

function fixpoint(argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const options = { cwd: directory.path, env: { ...OTHER_ENV, ...env }, encoding: 'utf8' as const };
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...argv], options);
  return { status, stdout, stderr };
}

describe('the program', () => {
  it('runs from its sources in any directory', () => {
    directory.write('sub/x', '');
    const { status, stdout, stderr } = fixpoint(['validate', '--root', 'sub']);
    expect([status, stderr]).toEqual([2, '']);
    expect(stdout).toContain('config/no-marker');
    expect(fixpoint(['union'])).toMatchObject({ status: 2, stdout: '' });
  });

  it('takes --root from where the user is when npm runs it, and says so in its fixes [FP-CLI-003]', () => {
    directory.write(
      'sub/root/RULES.json',
      '{"rules_schema_version":2,"tool":{"name":"t"},"targets":{"a":{"platform":"linux","required":true}}}',
    );
    const { status, stdout } = fixpoint(['union', '--root', 'root'], {
      npm_lifecycle_event: 'fixpoint',
      INIT_CWD: join(directory.path, 'sub'),
    });
    expect([status, stdout.includes('npm run --silent fixpoint -- snapshot --root root')]).toEqual([1, true]);
  });

  it('does not mind a reader that is gone', async () => {
    directory.write('root/x', '');
    const child = spawn(process.execPath, [BIN, 'validate', '--root', 'root'], {
      cwd: directory.path,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    const [code] = (await once(child, 'close')) as [number];
    expect([code, stderr]).toEqual([2, '']);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends with 130 on %s, and its tool with it [FP-EXIT-006]',
    async (signal) => {
      const rules = {
        rules_schema_version: 2,
        tool: { name: 't' },
        targets: { here: { platform: PLATFORM, required: true, binary: { path: 'tool' } } },
      };
      directory.write('root/RULES.json', JSON.stringify(rules));
      const script =
        '#!/bin/sh\n[ "$1" = --version ] && echo t 1.0.0 && exit\necho $$ > "$0.pid"\nexec sleep 60\n';
      chmodSync(directory.write('root/tool', script), 0o755);
      const child = spawn(process.execPath, [BIN, 'snapshot', '--root', 'root'], {
        cwd: directory.path,
        stdio: 'ignore',
      });
      const ended = once(child, 'exit');
      const pid = await readPid(join(directory.path, 'root/tool.pid'));
      child.kill(signal);
      expect(await ended).toEqual([130, null]);
      await untilGone(pid);
      expect(directory.list()).toEqual(['root/RULES.json', 'root/tool', 'root/tool.pid']);
    },
  );

  it('keeps the evidence of a version when it is interrupted at the next one', async () => {
    writeValidatedRoot('1.0.0', '1.1.0');
    const before = directory.list();
    const child = spawn(process.execPath, [BIN, 'wrapper-validate', '--root', 'root'], {
      cwd: directory.path,
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    const pid = await readPid(join(directory.path, 'root/1.1.0.pid'));
    child.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
    await untilGone(pid);
    expect(directory.list().filter((file) => !before.includes(file))).toEqual([
      'root/1.1.0.pid',
      'root/validations/1.0.0/here.json',
    ]);
    expect(JSON.parse(directory.read('root/validations/1.0.0/here.json'))).toMatchObject({
      outcome: 'passed',
    });
  });
});

/** A root whose validation passes with the first version, and goes on for a minute with every other one. */
function writeValidatedRoot(first: string, ...others: readonly string[]): void {
  const rules = {
    rules_schema_version: 2,
    tool: { name: 't' },
    targets: { here: { platform: PLATFORM, required: true, binary: { path: 'tool' } } },
    validation: { command: ['sh', 'validate.sh'] },
  };
  directory.write('root/RULES.json', JSON.stringify(rules));
  directory.write('root/wrapper_coverage.json', '{"schema_version":1,"coverage":[]}');
  directory.write(
    'root/validate.sh',
    `[ "$FIXPOINT_VERSION" = ${first} ] && exit\necho $$ > "$FIXPOINT_VERSION.pid"\nexec sleep 60\n`,
  );
  const tool = '#!/bin/sh\n';
  chmodSync(directory.write('root/tool', tool), 0o755);
  const sha256 = createHash('sha256').update(tool).digest('hex');
  const inputs = inputsOf(['here']).map((input) => ({ ...input, binary: { ...input.binary, sha256 } }));
  for (const version of [first, ...others]) {
    const union = unionOf({}, { inputs, expected_targets: ['here'], complete: true });
    directory.write(`root/snapshots/${version}/union.json`, unionText(union));
  }
}

async function readPid(file: string): Promise<number> {
  for (;;) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (text.endsWith('\n')) return Number(text);
    await setTimeout(20);
  }
}

// A test that waits in vain fails by its timeout.
async function untilGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await setTimeout(20);
  }
}
