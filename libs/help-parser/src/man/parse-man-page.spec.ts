import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expectGolden } from '@fixpoint/testkit';
import { parseManPage } from '..';

const FIXTURES = join(__dirname, '../../fixtures/man');

const brief = (page: string): string[] =>
  parseManPage(page).map(
    ({ names, takesValue, valueName }) => names.join(' ') + (takesValue ? ` <${valueName ?? ''}>` : ''),
  );

describe('parseManPage', () => {
  it.each(readdirSync(FIXTURES))('reads %s', (name) => {
    const page = readFileSync(join(FIXTURES, name, 'page.1'), 'utf8');
    expectGolden(join(FIXTURES, name, 'expected.json'), `${JSON.stringify(parseManPage(page), null, 2)}\n`);
  });

  it.each([
    ['tagged paragraphs', '.TP\n\\fB\\-a\\fR, \\fB\\-\\-all\\fR\nShow all.', ['-a --all']],
    ['a value in italics', '.TP\n\\fB\\-\\-sort\\fR=\\fI\\,WORD\\/\\fR\nSort.', ['--sort <WORD>']],
    ['an optional value', '.TP\n\\fB\\-\\-color\\fR[=\\fI\\,WHEN\\/\\fR]\nColor.', ['--color <WHEN>']],
    [
      'font macros',
      '.TP\n.BI \\-m " NUM" "\\fR,\\fP \\-\\^\\-max\\-count=" NUM\nStop.',
      ['-m --max-count <NUM>'],
    ],
    ['a second tag', '.TP\n.B \\-q\n.TQ\n.B \\-\\-quiet\nSay nothing.', ['-q --quiet']],
    ['indented paragraphs', '.IP "\\-o, \\-\\-output <file>"\nWrite.', ['-o --output <file>']],
    ['the word or', '.IP "\\-a or \\-\\-search"\nSearch.', ['-a --search']],
    ['mdoc items', '.It Fl f , Fl -file Ns = Ns Ar name\nA file.', ['-f --file <name>']],
    ['an optional mdoc value', '.It Fl -inspect Ns Op = Ns Ar port\nInspect.', ['--inspect <port>']],
    ['paragraphs of Markdown', '.PP\n\\fB-n\\fP, \\fB--name\\fP="x"\n\tA name.', ['-n --name <>']],
    ['switches with a default', '.PP\n\\fB--dry-run\\fP[=false]\n\tDo nothing.', ['--dry-run']],
    [
      'several flags with one description',
      '.PP\n\\-\\-min=<n>\n.RS 4\n.RE\n.PP\n\\-\\-max=<n>\n.RS 4\nBounds.\n.RE',
      ['--min <n>', '--max <n>'],
    ],
  ])('reads %s', (_what, body, expected) => {
    expect(brief(`.TH DEMO 1\n.SH OPTIONS\n${body}\n`)).toEqual(expected);
  });

  it('leaves out synopsis, examples, literal blocks and what only mentions a flag', () => {
    const page = [
      '.TH DEMO 1',
      '.SH SYNOPSIS',
      '.TP',
      '\\fB\\-\\-synopsis\\fR',
      '.SH DESCRIPTION',
      'With',
      '\\-\\-mentioned it does more.',
      '.nf',
      '\\-\\-literal',
      '.fi',
      '.de XX',
      '.TP',
      '\\-\\-defined',
      '..',
      '.SH EXAMPLES',
      '.TP',
      '\\-\\-example',
      'As here.',
    ];
    expect(brief(page.join('\n'))).toEqual([]);
  });

  it('gives the first description of a flag that is described twice', () => {
    const page = '.SH OPTIONS\n.TP\n\\-x\nFirst.\n.TP\n\\-x\nSecond.\n';
    expect(parseManPage(page)).toEqual([{ names: ['-x'], takesValue: false, description: 'First.' }]);
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '.TP',
      '.IP "',
      '.It Fl',
      '\\f',
      '\\(',
      '\\[',
      '-',
      '.de',
      '..',
      '.nf',
      '\\s',
      "'",
      'x',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        expect(Array.isArray(parseManPage(pieces.join('\n')))).toBe(true);
      }),
    );
  });
});
