import fc from 'fast-check';
import { parseReferencePage } from './parse-reference-page';
import { referenceForm } from './reference-forms';

const FORMS = [referenceForm('subcommand', 'tool'), referenceForm('flag', 'tool')] as const;

describe('a page of the subcommand form', () => {
  const page = [
    'Tool of the trade',
    '',
    'Does things.',
    '',
    'Usage: tool run [OPTIONS] <INPUT> [COMMAND]',
    '',
    'Commands:',
    '  now   Run at once',
    '  help  Print this message',
    '',
    'Arguments:',
    '  <INPUT>',
    '          What to run',
    '          [default: .]',
    '',
    'Options:',
    '  -q             Quiet',
    '      --level <N>',
    '          How much:',
    '          - 1: little',
  ].join('\n');

  it('gives its record and what it lists', () => {
    expect(JSON.stringify(parseReferencePage(page, FORMS[0], ['run']))).toBe(
      JSON.stringify({
        entry: {
          path: ['run'],
          about: 'Does things.',
          usage: 'tool run [OPTIONS] <INPUT> [COMMAND]',
          args: [{ name: 'INPUT', required: true, variadic: false, note: 'What to run\n[default: .]' }],
          flags: [
            { long: '--level', takes_value: true, value_name: 'N' },
            { short: '-q', takes_value: false },
          ],
        },
        subcommands: ['now', 'help'],
      }),
    );
  });

  it('notes a listed argument that has no note of its own as inferred', () => {
    const { args } = parseReferencePage('Usage: tool <A>\n\nArguments:\n  <A>', FORMS[0], []).entry;
    expect(args).toEqual([{ name: 'A', required: true, variadic: false, note: 'inferred from usage' }]);
  });
});

describe('a page of the flag form', () => {
  it('begins with its usage and lists commands with placeholders', () => {
    const page = [
      'Usage: tool mcp [options] [command] <a> <a>',
      '',
      'Manage servers',
      '',
      'Options:',
      '  -h, --help             Display help',
      '',
      'Commands:',
      '  add [options] <name>   Add a server. Examples:',
      '',
      '    tool mcp add x  y',
      '  help [command]         display help',
    ].join('\n');
    expect(parseReferencePage(page, FORMS[1], ['mcp'])).toEqual({
      entry: {
        path: ['mcp'],
        usage: 'tool mcp [options] [command] <a> <a>',
        args: [{ name: 'a', required: true, variadic: false }],
        flags: [{ long: '--help', short: '-h', takes_value: false }],
      },
      subcommands: ['add'],
    });
  });
});

it('gives a bare entry for a text without help', () => {
  expect(parseReferencePage('', FORMS[0], ['x'])).toEqual({ entry: { path: ['x'] }, subcommands: [] });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Usage:',
      'Options:',
      'Commands',
      'Arguments:',
      '  ',
      '\t',
      '\n',
      '--',
      '...',
      'tool',
      '<',
      '>',
      '|',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  const path = fc.array(fc.constantFrom('a', 'tool', ''), { maxLength: 3 });

  it.each(FORMS)('gives an entry in the $helpForm form', (form) => {
    fc.assert(
      fc.property(text, path, (page, command) => {
        const { entry, subcommands } = parseReferencePage(page, form, command);
        expect(entry.path).toEqual(command);
        expect(subcommands.every((token) => /^[0-9A-Za-z_-]+$/.test(token))).toBe(true);
        expect(entry.flags?.every(({ long, short }) => long !== undefined || short !== undefined)).not.toBe(
          false,
        );
        expect(entry.args?.every(({ name }) => name !== '')).not.toBe(false);
        expect(JSON.stringify(entry)).not.toContain(':null');
      }),
      { numRuns: 500 },
    );
  });
});
