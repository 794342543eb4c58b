import { tempDirectory } from '@fixpoint/testkit';
import { parityTable } from './parity-table';

const PAGE = 'Usage: codex [OPTIONS]\n\nOptions:\n  -q, --quiet  Say nothing\n';
const ENTRY = {
  path: [],
  usage: 'codex [OPTIONS]',
  flags: [{ long: '--quiet', short: '-q', takes_value: false }],
};

const RULES = {
  rules_schema_version: 1,
  union: { required_target: 'here', expected_targets: ['here'], platform_mapping: { here: 'linux' } },
};

describe('the table', () => {
  const directory = tempDirectory();
  const table = (...argv: string[]) => parityTable([directory.path, ...argv]);

  function writeCase(id: string, kind: string, files: Readonly<Record<string, unknown>>) {
    for (const [path, content] of Object.entries({ 'meta.json': {}, ...files })) {
      directory.write(
        `${id}/${path}`,
        typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`,
      );
    }
    return { id, kind, tool: 'codex', version: '1.0.0', dir: id };
  }

  const writeIndex = (...rows: object[]) => directory.write('index.json', JSON.stringify(rows));
  const helpCase = (id: string, entry: object) =>
    writeCase(id, 'help', {
      'inputs/help.txt': PAGE,
      'expected/entries.json': [{ path: [], entry, subcommands: [], remark: 'of the recording' }],
    });
  const refusedCase = (id: string, exitCode: number) =>
    writeCase(id, 'synthetic-union', {
      'inputs/RULES.json': RULES,
      'expected/error.json': { exit_code: exitCode },
    });

  it('counts the cases by kind, and says what it does not run', async () => {
    writeIndex(
      helpCase('help-a', ENTRY),
      refusedCase('union-a', 1),
      writeCase('other-a', 'rumour', {}),
      writeCase('other-b', 'rumour', {}),
    );
    expect(await table()).toEqual({
      exitCode: 0,
      output: `kind             cases  byte-equal  explained  different
help                 1           1          0          0
synthetic-union      1           1          0          0
total                2           2          0          0

not run: 2 rumour
`,
    });
  });

  it('ends with 1 and shows the first line of every case that differs', async () => {
    writeIndex(
      helpCase('help-a', ENTRY),
      helpCase('help-b', { ...ENTRY, usage: 'codex' }),
      refusedCase('union-a', 3),
    );
    const { exitCode, output } = await table();
    expect(exitCode).toBe(1);
    expect(output).toContain('total                3           1          0          2\n');
    expect(output).toContain(
      '\nhelp-b: entries.json:6\n  expected        "usage": "codex",\n  actual          "usage": "codex [OPTIONS]",\n',
    );
    expect(output).toMatch(/\nunion-a: \(run\)\n {2}expected {2}exit code 3\n {2}actual {4}exit code 1: /);
  });

  it('shows a difference that the recording explains, and does not fail for it', async () => {
    const row = { ...helpCase('help-a', { ...ENTRY, usage: 'codex' }), consistent: false };
    directory.write('help-a/meta.json', '{"note":"the page was changed later"}');
    writeIndex(row, helpCase('help-b', ENTRY));
    const { exitCode, output } = await table();
    expect(exitCode).toBe(0);
    expect(output).toMatch(/\ntotal +2 +1 +1 +0\n/);
    expect(output).toContain('\nhelp-a: entries.json:6\n  explained the page was changed later\n');
  });

  it('runs the validator over a root and compares its violations', async () => {
    const validateCase = (id: string, exitCode: number) =>
      writeCase(id, 'validate', {
        'inputs/root/README.md': '',
        'expected/violations.json': { exit_code: exitCode, violations: [] },
      });
    writeIndex(validateCase('validate-a', 3), validateCase('validate-b', 0));
    const { output } = await table();
    expect(output).toMatch(/\nvalidate +2 +1 +0 +1\n/);
    expect(output).toContain('validate-b: violations.json:2\n');
  });

  it('takes a case that cannot be run for a difference', async () => {
    writeIndex({ ...helpCase('help-a', ENTRY), tool: 'unheard-of' });
    const { exitCode, output } = await table();
    expect([exitCode, output.includes('no row for the tool unheard-of')]).toEqual([1, true]);
  });

  it('leaves the cases and the environment as they are', async () => {
    const row = refusedCase('union-a', 1);
    directory.write('union-a/meta.json', '{"env":{"SOURCE_DATE_EPOCH":"0"}}');
    writeIndex(row);
    const before = directory.list();
    await table();
    expect(directory.list()).toEqual(before);
    expect(process.env['SOURCE_DATE_EPOCH']).toBeUndefined();
  });

  it('says plainly that there is nothing to compare, and fails for that only on request', async () => {
    const absent = await table();
    expect(absent).toEqual({
      exitCode: 0,
      output: `Nothing was compared: the folder of recorded cases, ${directory.path}, is not there.\n`,
    });
    expect(await table('--required')).toEqual({ ...absent, exitCode: 3 });
    writeIndex(writeCase('other-a', 'rumour', {}));
    expect(await table('--required')).toEqual({
      exitCode: 3,
      output: `Nothing was compared: ${directory.path} holds no case of a known kind.\n`,
    });
  });

  it('fails for a folder that cannot be read', async () => {
    directory.write('index.json', '[{');
    const { exitCode, output } = await table();
    expect([exitCode, output]).toEqual([3, expect.stringContaining(`${directory.path} cannot be read`)]);
  });

  it('refuses what it does not know', async () => {
    expect(await table('--requird')).toMatchObject({ exitCode: 2 });
    expect((await table('another')).output).toMatch(/^only one folder can be named\n\nUsage: /);
    expect(await table('--help')).toMatchObject({ exitCode: 0 });
  });
});
