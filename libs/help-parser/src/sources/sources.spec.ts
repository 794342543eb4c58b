import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { JsonShape } from '@fixpoint/surface-formats';
import { expectGolden } from '@fixpoint/testkit';
import {
  completionFlags,
  completionNames,
  parseCobraAnswer,
  parseHelpJson,
  parseWordLines,
  parseYargsAnswer,
} from '..';

const FIXTURES = join(__dirname, '../../fixtures/sources');

function golden(name: string, file: string, read: (text: string) => unknown): void {
  const text = readFileSync(join(FIXTURES, name, file), 'utf8');
  expectGolden(join(FIXTURES, name, 'expected.json'), `${JSON.stringify(read(text), null, 2)}\n`);
}

describe('answers of completion protocols', () => {
  it('gives the flags that cobra offers, with both spellings', () => {
    golden('docker-28.2.2-container-create', 'answer.txt', (text) =>
      completionFlags(parseCobraAnswer(text) ?? []),
    );
  });

  it('gives the flags that yargs offers', () => {
    golden('opencode-1.18.33-run', 'answer.txt', (text) => completionFlags(parseYargsAnswer(text)));
  });

  it('leaves out active help and the directive of cobra', () => {
    const words = parseCobraAnswer('_activeHelp_ Give a name\nlist\tList them\nadd\n:4\n');
    expect(words).toEqual([{ word: 'list', description: 'List them' }, { word: 'add' }]);
    expect(completionNames(words ?? [])).toEqual(['list', 'add']);
  });

  it.each([
    ['no directive', 'list\nadd\n'],
    ['a directive that says it failed', 'list\n:5\n'],
    ['nothing', ''],
  ])('takes %s for no answer of cobra', (_what, text) => {
    expect(parseCobraAnswer(text)).toBeUndefined();
  });

  it('takes an equals sign behind a flag for a value', () => {
    expect(completionFlags([{ word: '--file=' }, { word: '--all' }])).toEqual([
      { names: ['--file'], takesValue: true },
      { names: ['--all'] },
    ]);
  });

  it('joins a negation to its flag and corrects the dashes of one-letter flags', () => {
    expect(completionFlags(parseYargsAnswer('--color\n--no-color\n--d\n--no-such\n'))).toEqual([
      { names: ['--color', '--no-color'] },
      { names: ['-d'] },
      { names: ['--no-such'] },
    ]);
  });

  it('takes the type off the words of click, and prose for no word', () => {
    expect(parseWordLines('plain,add\nplain,--all\ntwo words\n\n')).toEqual([
      { word: 'add' },
      { word: '--all' },
    ]);
  });
});

const commands = (document: unknown, shape: string | JsonShape) =>
  parseHelpJson(JSON.stringify(document), shape);

describe('JSON descriptions', () => {
  it('gives the commands of an oclif manifest', () => {
    golden('heroku-10.17.0-excerpt', 'document.json', (text) => parseHelpJson(text, 'oclif'));
  });

  it('gives the commands that symfony/console lists', () => {
    golden('composer-2.5.5-excerpt', 'document.json', (text) => parseHelpJson(text, 'symfony'));
  });

  it('reads the tree that deno prints, arguments left out', () => {
    const run = {
      name: 'run',
      args: [
        {
          name: 'allow-read',
          long: 'allow-read',
          short: 'R',
          usage: '-R, --allow-read[=<PATH>...]',
          help: 'Allow',
        },
        { name: 'quiet', long: 'quiet', usage: '--quiet' },
        { name: 'script', long: null, short: null, usage: '[SCRIPT]' },
      ],
      subcommands: [],
    };
    expect(commands({ name: 'deno', args: [], subcommands: [run] }, 'deno')).toEqual([
      { path: [], flags: [], subcommands: ['run'], whole: { flags: true, subcommands: true } },
      {
        path: ['run'],
        flags: [
          { names: ['--allow-read', '-R'], takesValue: true, description: 'Allow' },
          { names: ['--quiet'], takesValue: false },
        ],
        subcommands: [],
        whole: { flags: true, subcommands: true },
      },
    ]);
  });

  it('reads OpenCLI and the schema of dotnet', () => {
    const add = {
      name: 'add',
      aliases: ['a'],
      options: [{ name: '--to', aliases: ['-t'], arguments: [{ name: 'DIR' }] }],
    };
    expect(commands({ opencli: '0.1', commands: [add] }, 'opencli')?.[1]).toEqual({
      path: ['add'],
      aliases: ['a'],
      flags: [{ names: ['--to', '-t'], takesValue: true, valueName: 'DIR' }],
      subcommands: [],
      whole: { flags: true, subcommands: true },
    });
    const options = {
      '--output': { aliases: ['-o'], helpName: 'DIR', valueType: 'System.String' },
      '--force': { valueType: 'System.Boolean' },
    };
    expect(commands({ name: 'dotnet', subcommands: { build: { options } } }, 'dotnet')?.[1]?.flags).toEqual([
      { names: ['--output', '-o'], takesValue: true, valueName: 'DIR' },
      { names: ['--force'], takesValue: false },
    ]);
  });

  it('reads a shape of one’s own', () => {
    const shape: JsonShape = {
      root: '/app',
      layout: 'flat',
      separator: '/',
      commands: '/all',
      command: { name: '/id', flags: '/opts' },
      flag: { name: '/n', value: { at: '/arg' } },
    };
    const document = { app: { all: [{ id: 'remote/add', opts: [{ n: 'tags', arg: true }, { n: 'f' }] }] } };
    expect(
      commands(document, shape)?.map(({ path, flags, whole }) => [path.join(' '), flags, whole.flags]),
    ).toEqual([
      ['', [], false],
      ['remote', [], false],
      [
        'remote add',
        [
          { names: ['--tags'], takesValue: true },
          { names: ['-f'], takesValue: false },
        ],
        true,
      ],
    ]);
  });

  it.each([
    ['text', 'usage: demo'],
    ['another document', '{"name": "demo", "version": "1.0.0"}'],
    ['a list', '[1, 2]'],
    ['null', 'null'],
  ])('gives nothing for %s', (_what, text) => {
    expect(parseHelpJson(text, 'oclif')).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.constantFrom('oclif', 'symfony', 'deno', 'opencli', 'dotnet'),
        (text, shape) => {
          parseHelpJson(text, shape);
          parseHelpJson(`{"commands":${text},"options":${text},"args":${text}}`, shape);
        },
      ),
    );
  });
});
