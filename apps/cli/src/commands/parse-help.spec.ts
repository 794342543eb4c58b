import { tempDirectory } from '@fixpoint/testkit';
import { runProgram } from '../program';
import { recordedTerminal } from '../testing/recorded-terminal';

const directory = tempDirectory();
const ROOT = 'Manage a demo.\n\nUsage:\n  demo [command]\n\nAvailable Commands:\n  add   Add one\n';
const ADD = `Usage: demo add [OPTIONS] <NAME>

Arguments:
  <NAME>  What to add

Options:
  -l, --level <N>  How much [env: LEVEL=] [default: 3] [possible values: 1, 3]
  -h, --help       Print help
`;

async function parseHelp(...argv: string[]) {
  const terminal = recordedTerminal(directory.path);
  const code = await runProgram(['parse-help', ...argv], terminal);
  return { code, out: terminal.out(), err: terminal.err() };
}

function writeTree(top: string): void {
  directory.write(`${top}demo/_root.txt`, ROOT);
  directory.write(`${top}demo/add.txt`, ADD);
}

describe('parse-help', () => {
  it('prints one object for one file, with every key', async () => {
    directory.write('add.txt', ADD);
    const { code, out, err } = await parseHelp('add.txt', '--program', 'demo', '--path', 'add');
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual({
      path: ['add'],
      dialect: 'clap',
      about: null,
      usage: 'demo add [OPTIONS] <NAME>',
      flags: [
        {
          long: '--level',
          short: '-l',
          aliases: [],
          takes_value: true,
          value_name: 'N',
          repeatable: false,
          default: '3',
          choices: ['1', '3'],
          env: 'LEVEL',
          hidden: false,
        },
        {
          long: '--help',
          short: '-h',
          aliases: [],
          takes_value: false,
          value_name: null,
          repeatable: false,
          default: null,
          choices: [],
          env: null,
          hidden: false,
        },
      ],
      args: [{ name: 'NAME', required: true, variadic: false, default: null, choices: [], env: null }],
      subcommands: [],
    });
  });

  it.each([
    ['a tree with a directory of pages', 'tree/pages/', 'tree', 'pages/demo/'],
    ['a directory of tools', 'pages/', 'pages', 'demo/'],
    ["one tool's directory", '', 'demo', ''],
  ])('reads %s', async (_, top, dir, prefix) => {
    writeTree(top);
    const { code, out, err } = await parseHelp('--dir', dir);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject([
      { file: `${prefix}_root.txt`, tool: 'demo', path: [], subcommands: [{ name: 'add' }] },
      { file: `${prefix}add.txt`, tool: 'demo', path: ['add'], dialect: 'clap', subcommands: [] },
    ]);
  });

  it('reads with the dialect that is named', async () => {
    directory.write('add.txt', ADD);
    const { out } = await parseHelp('add.txt', '--dialect', 'generic');
    expect(JSON.parse(out)).toMatchObject({ dialect: 'generic' });
  });

  it('prints the others when a file is no help page, and says which', async () => {
    directory.write('add.txt', ADD);
    directory.write('empty.txt', '\n');
    directory.write('prose.txt', 'Some words.\n');
    directory.write('noise.txt', '\u0000\u0001\ufffd\u0007');
    const names = ['absent.txt', 'add.txt', 'empty.txt', 'prose.txt', 'noise.txt', '.'];
    const { code, out, err } = await parseHelp(...names);
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject([{ file: 'add.txt', tool: null }]);
    expect(err.split('\n')).toEqual([
      'error: absent.txt does not exist',
      'error: empty.txt is empty',
      'error: prose.txt is not a help page: it has no usage line and no table of flags',
      expect.stringMatching(/^error: noise.txt is not a help page/),
      expect.stringMatching(/^error: \.: cannot read/),
      '',
    ]);
  });

  it('prints nothing for a single file that is no help page', async () => {
    directory.write('prose.txt', 'Some words.\n');
    const { code, out, err } = await parseHelp('prose.txt');
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain('prose.txt is not a help page');
  });

  it.each([
    [[]],
    [['a.txt', '--dir', 'b']],
    [['a.txt', 'b.txt', '--path', 'c']],
    [['--dir', 'b', '--path', 'c']],
    [['a.txt', '--dialect', 'klap']],
  ])('refuses %j', async (argv) => {
    const { code, out, err } = await parseHelp(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^error: /);
  });

  it('says that a directory is absent or holds no pages', async () => {
    directory.write('hollow/notes.md', '');
    const absent = await parseHelp('--dir', 'absent');
    expect([absent.code, absent.out, absent.err]).toEqual([3, '', expect.stringContaining('ENOENT')]);
    const hollow = await parseHelp('--dir', 'hollow');
    expect([hollow.code, hollow.out]).toEqual([3, '']);
    expect(hollow.err).toMatch(/^error: hollow holds no help pages: /);
  });
});
