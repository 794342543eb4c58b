import { ToolError } from '@fixpoint/model';
import { memoryPorts } from '@fixpoint/testkit';
import { firstDefinitions } from './duplicate-findings';
import { readSpecs } from './read-specs';
import { readAll, readOne, specsRoot } from './test-support';

const told = (
  findings: readonly { id: string; file: string; position?: { line: number }; actual?: string }[],
) =>
  findings.map(({ id, file, position, actual }) =>
    `${id.replace('spec-extract/', '')} ${file}:${position?.line ?? '-'} ${actual ?? ''}`.trim(),
  );

describe('readSpecs', () => {
  it('gives what a spec states', async () => {
    const text = [
      '# Title',
      '',
      'The key words "MUST" and "MAY" are those of BCP 14.',
      '',
      '## 1) Scope & Goals',
      '',
      'It must run. It MUST\nNOT stop, e.g. never. [A-100] ',
      '',
      '## Scope',
      '',
      'This MAY be loose; see A-100. [a_101] [b 7]',
    ].join('\r\n');
    const { spec, findings } = await readOne(`\uFEFF${text}`);
    expect(findings).toEqual([]);
    expect(spec).toMatchObject({ file: 'specs/a.md', isNormative: true });
    expect(spec.requirements).toEqual([
      {
        id: 'A-100',
        title: 'It must run.',
        section: '1) Scope & Goals',
        level: 'must',
        keywords: ['MUST NOT'],
        text: 'It must run. It MUST NOT stop, e.g. never.',
        line: 8,
        position: { line: 8, column: 24 },
        links: ['specs/a.md#1-scope--goals'],
      },
    ]);
    expect(spec.mentions).toEqual([{ id: 'A-100', position: { line: 12, column: 24 } }]);
    expect(spec.loose).toEqual([
      {
        text: 'This MAY be loose; see A-100. [a_101] [b 7]',
        keywords: ['MAY'],
        ids: ['A-100'],
        position: { line: 12, column: 1 },
      },
    ]);
    expect(spec.lowerCase).toEqual([{ id: 'A-100', word: 'must', position: { line: 7, column: 4 } }]);
    expect(spec.oddIds).toEqual([
      { text: 'a_101', position: { line: 12, column: 32 } },
      { text: 'b 7', position: { line: 12, column: 40 } },
    ]);
  });

  it('reads the same from lines that end with CRLF', async () => {
    const text =
      '# A\n\n- x MUST\n  y. [A-100]\n\n| a | b |\n|-|-|\n| A-101 | z SHOULD |\n\n```\n[A-102]\n```\n';
    const [unix, windows] = [await readOne(text), await readOne(text.replaceAll('\n', '\r\n'))];
    expect(windows).toEqual(unix);
    expect(unix.spec.requirements).toHaveLength(2);
  });

  it('gives anchors with numbers to headings of one name, and sections to what stands in them', async () => {
    const { spec } = await readOne('x [A-100]\n\n# S\n\n# S\n\nx [A-101]\n\n## A-102 T\n\nx\n');
    expect(spec.requirements.map(({ id, section, links }) => [id, section, ...links])).toEqual([
      ['A-100', '', 'specs/a.md'],
      ['A-101', 'S', 'specs/a.md#s-1'],
      ['A-102', 'S', 'specs/a.md#a-102-t'],
    ]);
  });

  it.each([
    ['Just text', false],
    ['It must run', false],
    ['Conformance: RFC\u20112119', true],
    ['See BCP 14.', true],
    ['It MUST run', true],
    ['It runs. [A-100]', true],
  ])('takes %j for normative: %s', async (text, isNormative) => {
    expect((await readOne(text)).spec.isNormative).toBe(isNormative);
  });

  it('defines nothing in an informative spec', async () => {
    const { specs } = await readAll(
      { 'specs/a.md': 'x MUST. [A-100]', 'specs/notes/b.md': 'x MUST. [A-100]' },
      { informative: ['specs/notes/**'] },
    );
    expect(
      specs.map(({ isNormative, requirements, mentions }) => [
        isNormative,
        requirements.length,
        mentions.length,
      ]),
    ).toEqual([
      [true, 1, 0],
      [false, 0, 1],
    ]);
  });

  it('finds what is defined twice, in one spec and in several [FP-SPEC-006]', async () => {
    const { findings } = await readAll({
      'specs/a.md': 'x MUST. [A-100]\n\ny MUST. [A-100]',
      'specs/b.md': '\n\nz MUST. [A-100]',
    });
    expect(told(findings)).toEqual(['duplicate-id specs/a.md:3 A-100', 'duplicate-id specs/b.md:3 A-100']);
    expect(findings[0]?.message).toBe(
      'A-100 is defined 3 times: specs/a.md:1, specs/a.md:3, specs/b.md:3; the first one counts',
    );
  });

  it('finds ids that are written oddly [FP-SPEC-004, FP-SPEC-005]', async () => {
    const { findings } = await readOne('x. [A\u2011100]\n\ny. [A-300..A-200]');
    expect(told(findings)).toEqual([
      'lookalike-hyphen specs/a.md:1 A\u2011100',
      'absurd-range specs/a.md:3 A-300..A-200',
    ]);
  });

  it.each([
    ['```\ncode\n\n## H\n\n- x [A-100]\n', ['unclosed-fence specs/a.md:1', 'id-in-code specs/a.md:6 A-100']],
    ['```md\n# H\n\n```ts\nx\n```\n', ['unclosed-fence specs/a.md:1']],
    ['````md\n# H\n\n```ts\nx\n```\n````\n', ['heading-in-fence specs/a.md:2']],
    ['```md\n# H\n```\n', ['heading-in-fence specs/a.md:2']],
    ['```\n## H\n```\n', ['heading-in-fence specs/a.md:2']],
    ['```\n# a comment\n```\n', []],
    ['```sh\n## a comment\n```\n', []],
    ['```\nunclosed', []],
    ['```json\n// [A-100]\n```\n\nx. [A-100]', []],
    ['<div>\n\n</div>\n<p>[A-100]\n', ['id-in-code specs/a.md:4 A-100']],
    ['<!-- [A-100] -->', []],
  ])('finds what a fence swallows in %j', async (text, expected) => {
    expect(told((await readOne(text)).findings)).toEqual(expected);
  });

  it('leaves out what cannot be read, and reads the rest', async () => {
    const { specs, unread, findings } = await readAll({
      'specs/a.md': 'x. [A-100]',
      'specs/latin.md': Buffer.from('a\nb\xE9\n', 'latin1'),
      'specs/utf16.md': Buffer.from('a\n', 'utf16le'),
      'specs/large.md': 'x'.repeat(5_000_001),
    });
    expect(specs.map(({ file }) => file)).toEqual(['specs/a.md']);
    expect(unread).toEqual(['specs/large.md', 'specs/latin.md', 'specs/utf16.md']);
    expect(told(findings)).toEqual([
      'too-large specs/large.md:- 5000001 bytes',
      'not-utf8 specs/latin.md:2',
      'not-utf8 specs/utf16.md:1',
    ]);
  });

  it('refuses patterns that take everything for an id', async () => {
    const read = await readSpecs(memoryPorts(), specsRoot({ ids: ['.*'] }));
    expect(read).toMatchObject({
      ok: false,
      outcome: 'usage',
      findings: [{ id: 'spec-extract/invalid-id-pattern' }],
    });
  });

  it.each([
    ['a wide table', `${'|a'.repeat(50_000)}\n${'|-'.repeat(50_000)}\n${'|[A-100] x'.repeat(9_000)}\n`],
    ['a paragraph of ids', '[A-100] '.repeat(20_000)],
    ['a paragraph of requirements', 'X MUST y. [A-100] '.repeat(5_000)],
    ['a paragraph of short sentences', 'Ab. '.repeat(200_000)],
    [
      'many headings',
      Array.from({ length: 9_000 }, (_, at) => `${'#'.repeat((at % 6) + 1)} A-100 x`).join('\n'),
    ],
    ['ranges', 'A-100..500 '.repeat(9_000)],
    ['brackets', '['.repeat(50_000)],
    ['code', '`A-100` '.repeat(20_000)],
  ])('is done with %s', async (_, text) => {
    expect((await readOne(text)).spec.file).toBe('specs/a.md');
  });

  it('takes nothing for a spec that was derived from specs', async () => {
    const text = 'x MUST. [A-100]';
    const files = { 'specs/a.md': text, 'specs/COMPLIANCE.md': text, 'specs/index/trace.md': text };
    const { specs } = await readAll(files, { compliance: 'specs/COMPLIANCE.md', output: 'specs/index' });
    expect(specs.map(({ file }) => file)).toEqual(['specs/a.md']);
  });

  it('reads specs beside the root, informative ones as well', async () => {
    const texts = { '/w/specs/a.md': 'x MUST. [A-100]', '/w/specs/b.md': 'y MUST. [A-101]' };
    const ports = memoryPorts({ root: '/w/app', packageFiles: { ...texts, '/w/specs/c.md': 'a\0' } });
    const config = specsRoot({ files: ['../specs/*.md'], informative: ['../specs/b.md'] });
    const read = await readSpecs(ports, config);
    if (!read.ok) throw new Error('nothing was read');
    expect(read.value.specs.map(({ file, requirements }) => [file, requirements[0]?.links])).toEqual([
      ['../specs/a.md', ['../specs/a.md']],
      ['../specs/b.md', undefined],
    ]);
    expect(read.value.unread).toEqual(['../specs/c.md']);
  });

  it('tells what lies beside the root and cannot be read', async () => {
    const ports = memoryPorts({ root: '/w/app' });
    const readFiles = () => Promise.reject(new ToolError('cannot read it', { file: '/w/specs/a.md' }));
    const read = await readSpecs(
      { ...ports, packages: { ...ports.packages, readFiles } },
      specsRoot({ files: ['../specs/*.md'] }),
    );
    expect(read.ok && told(read.value.findings)).toEqual(['unreadable ../specs/a.md:-']);
  });

  it('is nothing where it is switched off', async () => {
    const read = await readSpecs(memoryPorts(), { ...specsRoot(), specs: undefined });
    expect(read).toEqual({ ok: true, value: { specs: [], findings: [], unread: [] }, findings: [] });
  });
});

describe('firstDefinitions', () => {
  it('gives the first place of each id', async () => {
    const { specs } = await readAll({
      'specs/a.md': 'x. [A-101]\n\ny. [A-101]',
      'specs/b.md': 'z. [A-100]\n\nu. [A-101]',
    });
    const places = [...firstDefinitions(specs)].map(
      ([id, { file, requirement }]) => `${id} ${file}:${requirement.line}`,
    );
    expect(places).toEqual(['A-101 specs/a.md:1', 'A-100 specs/b.md:1']);
  });
});
