import { memoryPorts } from '@fixpoint/testkit';
import { linkCheckDerivation } from './link-check-derivation';
import { checkFiles, checkPorts, linksConfig } from './test-support';

describe('linkCheckDerivation', () => {
  it('finds what leads nowhere, with its place and what was meant [FP-LINK-001]', async () => {
    const { lines } = await checkFiles({
      'README.md':
        '# Top\n\n[a](docs/guide.md) [b](docs/guide.md#setup) ![c](docs/no.png)\n\n[d]: docs/gide.md\n\n[e](#nope)',
      'docs/guide.md':
        '## Set up\n\n[x](../README.md#top) [y](/docs/guide.md#set-up) [z](.)\n<a href="../README">',
    });
    expect(lines).toEqual([
      'missing-anchor README.md:3:20 docs/guide.md#setup -> docs/guide.md#set-up',
      'missing-anchor README.md:7:1 #nope',
      'missing-extension docs/guide.md:4:1 ../README -> ../README.md',
      'missing-file README.md:3:45 docs/no.png',
      'missing-file README.md:5:1 docs/gide.md -> docs/guide.md',
    ]);
  });
});

describe('what a run touches', () => {
  const TEXT = '[a](https://a.example/x) [b](../../out.md#x) [c](../out.md#L3) [d](/../../etc/passwd#x)';

  it('is the workspace alone: nothing outside of it is read for a link that leaves it [FP-LINK-005]', async () => {
    const ports = memoryPorts({
      root: '/w/root',
      files: { 'a.md': TEXT },
      packageFiles: { '/w/nx.json': '', '/w/out.md': '', '/out.md': '# x' },
    });
    const read: string[] = [];
    const workspace = {
      ...ports.workspace,
      read: (file: string, most: number) => {
        read.push(file);
        return ports.workspace.read(file, most);
      },
    };
    const { lines } = await checkPorts({ ...ports, workspace });
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      'missing-anchor',
      'outside-workspace',
      'outside-workspace',
    ]);
    expect(read).toEqual(['/w/root/a.md', '/w/out.md']);
  });

  it('is no other machine [FP-LINK-008]', async () => {
    const refuse = () => Promise.reject(new Error('asked'));
    const ports = memoryPorts({
      files: { 'a.md': '[a](https://a.example/x)' },
      network: { request: refuse, wait: refuse },
    });
    expect((await checkPorts(ports)).lines).toEqual([]);
  });
});

describe('files', () => {
  const TREE = {
    'a.md': '',
    'docs/Guide.md': '# Guide',
    'docs/two words.md': '# Ä b',
    'docs/100%.md': '',
    'src/main.ts': 'one\ntwo\nthree',
    '.github/ISSUE.md': '',
    'docs/img/x.png': '',
  };
  const check = async (link: string, links = {}): Promise<readonly string[]> => {
    const { lines } = await checkFiles({ ...TREE, 'docs/from.md': link }, links);
    return lines.filter((line) => line.includes('docs/from.md'));
  };

  it.each([
    '[x](Guide.md) [y](./Guide.md) [z](../docs/Guide.md) [w](/docs/Guide.md)',
    '[x](two%20words.md) [y](<two words.md>) [z](two%20words.md#%C3%A4-b) [w](two%20words.md#ä-b)',
    '[x](100%25.md) [y](100%.md)',
    '[x](img) [y](img/) [z](..) [w](/) [v](../) [u](./)',
    '[x](../src/main.ts#L3) [y](../src/main.ts#L1-L3) [z](Guide.md?plain=1#L1) [w](../src/main.ts#anything)',
    '[x](#) [y](#top) [z](Guide.md#) [w](Guide.md#GUIDE) [v](Guide.md#user-content-guide) [u](Guide.md#:~:text=a)',
    '[x](https://a.example/no.md) [y](mailto:a@b.example) [z](//a.example/b) [w](vscode:x) [v](tel:1)',
    '[x]({{ page }}.md) [y](${x}/z.md) [z](<<%= x %>.md>) [w]({%x%}) [v](users/:id) [u]({id}.md) [t](...)',
    '<img src="img/x.png" srcset="img/x.png 1x, img/x.png 2x"> <a name="own"></a>[x](#own)',
    '[x](../../../issues) [y](../.github/ISSUE.md)',
    '```\n[no](no.md)\n```\n`[no](no.md)` <!-- [no](no.md) -->',
  ])('are right in %j [FP-LINK-003]', async (link) => {
    expect(await check(link)).toEqual([]);
  });

  it.each([
    ['[x](guide.md#guide)', 'wrong-case docs/from.md:1:1 guide.md#guide -> Guide.md#guide'],
    ['[x](/DOCS/Guide.md)', 'wrong-case docs/from.md:1:1 /DOCS/Guide.md -> /docs/Guide.md'],
    ['[x](../src/main.ts#L4)', 'missing-anchor docs/from.md:1:1 ../src/main.ts#L4'],
    ['[x](../../outside.md)', 'outside-workspace docs/from.md:1:1 ../../outside.md'],
    ['[x](file:///etc/passwd)', 'outside-workspace docs/from.md:1:1 file:///etc/passwd'],
    ['[x](C:\\a.md)', 'outside-workspace docs/from.md:1:1 C:\\a.md'],
    ['[x](docs/Guide.md)', 'missing-file docs/from.md:1:1 docs/Guide.md -> Guide.md'],
    ['[x](./a.md#b)', 'missing-file docs/from.md:1:1 ./a.md#b -> ../a.md#b'],
    ['[x](x.png)', 'missing-file docs/from.md:1:1 x.png -> img/x.png'],
    ['[x](Guide.html)', 'missing-file docs/from.md:1:1 Guide.html -> Guide.md'],
    ['[x](img\\x.png)', 'missing-file docs/from.md:1:1 img\\x.png -> img/x.png'],
    ['[x](two%20wrods.md)', 'missing-file docs/from.md:1:1 two%20wrods.md -> two%20words.md'],
    ['[x]()', 'empty-target docs/from.md:1:1 '],
    ['[x][y]', 'undefined-reference docs/from.md:1:1 y'],
    ['[x](nothing-like-it.md)', 'missing-file docs/from.md:1:1 nothing-like-it.md'],
    ['<a href="no.md">', 'missing-file docs/from.md:1:1 no.md'],
  ])('are wrong in %j', async (link, line) => {
    expect(await check(link)).toEqual([line]);
  });

  it('may be marks of what contributors did, in lists that a program keeps', async () => {
    const row = '<a href="#infra-somebody" title="Infrastructure">🚇</a>';
    expect(await check(`<!-- ALL-CONTRIBUTORS-LIST:START - Do not remove -->\n${row}`)).toEqual([]);
    expect(await check(row)).toHaveLength(1);
  });

  it('that only a build makes are right where the configuration says so', async () => {
    expect(await check('[x](../dist/api.md#anchor)', { generated: ['dist/**'] })).toEqual([]);
    expect(await check('[x](../dist/api.md)', { generated: ['lib/**'] })).toHaveLength(1);
  });

  it('in another Unicode form are another file', async () => {
    const { lines } = await checkFiles({ 'u\u0308.md': '', 'x.md': '[a](\u00FC.md)' });
    expect(lines).toEqual(['wrong-normalization x.md:1:1 \u00FC.md -> u\u0308.md']);
  });
});

describe('anchors', () => {
  const SPEC =
    '# A spec\n\n## Limits — hard\n\n- [REQ-12] It MUST stop.\n- See [REQ-7].\n\n## REQ-7 Start\n\nREQ-12 again, X-1';

  it.each([
    ['#limits-hard', '#limits--hard'],
    ['#req-7', '#req-7-start'],
    ['#req-7-go', '#req-7-start'],
    ['#limitz--hard', '#limits--hard'],
    ['#req-12', '#limits--hard'],
    ['#x-1', '#req-7-start'],
    ['#req-13', undefined],
  ])('that are not there may have been meant otherwise: %s', async (anchor, expected) => {
    const { findings } = await checkFiles({ 'spec.md': SPEC, 'a.md': `[x](spec.md${anchor})` });
    expect(findings.map(({ expected: meant }) => meant)).toEqual([expected && `spec.md${expected}`]);
  });
});

describe('what git ignores', () => {
  const FILES = {
    '.gitignore': '\uFEFF/dist\n*.log\n!keep.log\n',
    'sub/.gitignore': 'private.md\n',
    'a.md':
      '[x](dist/x.md) [y](out.log) [z](keep.log) [w](sub/private.md) [v](node_modules/p/README.md) [u](dist/no.md)',
    'dist/x.md': '[never](looked-at.md)',
    'out.log': '',
    'keep.log': '',
    'sub/private.md': '[never](looked-at.md)',
    'node_modules/p/README.md': '[never](looked-at.md)',
  };

  it('is not searched, and links to it are wrong whether it is there or not', async () => {
    expect((await checkFiles(FILES)).lines).toEqual(
      [
        'ignored-target a.md:1:1 dist/x.md',
        'ignored-target a.md:1:16 out.log',
        'ignored-target a.md:1:43 sub/private.md',
        'ignored-target a.md:1:63 node_modules/p/README.md',
        'ignored-target a.md:1:93 dist/no.md',
      ].sort(),
    );
  });

  it('goes by names letter by letter, nearest rules first', async () => {
    const { lines } = await checkFiles({
      '.gitignore': 'dist\n*.txt\n',
      'sub/.gitignore': '!kept.txt\n',
      'a.md': '[x](DIST/x.md) [y](sub/kept.txt) [z](sub/lost.txt)',
      'DIST/x.md': '',
      'sub/kept.txt': '',
      'sub/lost.txt': '',
    });
    expect(lines).toEqual(['ignored-target a.md:1:34 sub/lost.txt']);
  });

  it('may be named as made by a build', async () => {
    const { lines } = await checkFiles(FILES, {
      generated: ['dist/**', '*.log', 'sub/*', 'node_modules/**'],
    });
    expect(lines).toEqual([]);
  });

  it('is what the repository above the root says as well', async () => {
    const ports = memoryPorts({
      root: '/repo/libs/x',
      files: {
        'README.md': '[a](../../docs/a.md#b) [b](gen/x.md) [c](../y/zone.md) [d](../../../out.md)',
        'gen/x.md': '',
      },
      packageFiles: {
        '/repo/.git/HEAD': '',
        '/repo/.gitignore': 'gen/\n',
        '/repo/docs/a.md': '# C',
        '/repo/nx.json': '',
        '/repo/libs/y/zones.md': '',
      },
    });
    const { lines } = await checkPorts(ports);
    expect(lines).toEqual([
      'ignored-target README.md:1:24 gen/x.md',
      'missing-anchor README.md:1:1 ../../docs/a.md#b',
      'missing-file README.md:1:38 ../y/zone.md -> ../y/zones.md',
      'outside-workspace README.md:1:56 ../../../out.md',
    ]);
  });
});

describe('entries of the ignore list', () => {
  const FILES = { 'a.md': '[x](no.md)', 'b.md': '[x](no.md) [y](gone/z.md)' };

  it('leave links alone, everywhere or in some files', async () => {
    const ignore = [
      { link: 'no.md', file: 'a.md', reason: 'r' },
      { link: 'gone/**', reason: 'r' },
    ];
    expect((await checkFiles(FILES, { ignore })).lines).toEqual(['missing-file b.md:1:1 no.md']);
  });

  it('are reported once they leave nothing alone [FP-LINK-007]', async () => {
    const ignore = [
      { link: 'no.md', reason: 'r' },
      { link: 'gone/*.md', reason: 'r' },
      { link: 'b.md', reason: 'it came back' },
      { link: 'https://a.example/*', reason: 'another target asks it' },
    ];
    const { findings } = await checkFiles(FILES, { ignore });
    expect(findings).toEqual([
      expect.objectContaining({
        id: 'link-check/unused-ignore',
        severity: 'error',
        path: '/links/ignore/2',
        message: expect.stringContaining('it came back'),
      }),
    ]);
  });
});

describe('documents that cannot be read', () => {
  it('are findings, and the others are checked', async () => {
    const { lines } = await checkFiles({
      'big.md': new Uint8Array(9 * 1024 * 1024).fill(97),
      'latin.md': Uint8Array.from([0xe9, 10, ...Buffer.from('[x](no.md)')]),
      'ok.md': '[x](no.md)',
    });
    expect(lines).toEqual([
      'missing-file latin.md:2:1 no.md',
      'missing-file ok.md:1:1 no.md',
      'not-utf8 latin.md:1:1 ',
      'too-large big.md 9437184 bytes -> at most 8388608 bytes',
    ]);
  });

  it('are none: no Markdown at all is a failure', async () => {
    const collected = await linkCheckDerivation.collect(memoryPorts({ files: { x: '' } }), linksConfig(), {
      check: true,
    });
    expect(collected).toMatchObject({
      ok: false,
      outcome: 'usage',
      findings: [{ id: 'link-check/no-files' }],
    });
  });

  it('are not looked for where links are switched off', async () => {
    const config = { ...linksConfig(), links: undefined };
    expect(await checkPorts(memoryPorts(), config)).toEqual({ findings: [], artifacts: [], lines: [] });
  });
});

describe('globs of documents', () => {
  const FILES = {
    'a.md': '[x](1)',
    '.docs/b.md': '[x](2)',
    'c/.d/e.md': '[x](3)',
    'c/f.txt': '[x](4)',
    'c/skip.md': '[x](5)',
  };

  it.each([
    [['**/*.md'], ['1', '2', '3', '5']],
    [
      ['**/*.md', '!**/skip.md'],
      ['1', '2', '3'],
    ],
    [['c/**'], ['3', '4', '5']],
    [['./a.md', 'none/*.md'], ['1']],
  ])('%j find names with a leading dot too', async (files, targets) => {
    const { findings } = await checkFiles(FILES, { files });
    expect(findings.map(({ actual }) => actual).sort()).toEqual(targets);
  });

  it('may lead out of the root, not out of the workspace', async () => {
    const ports = memoryPorts({
      root: '/repo/x',
      files: { 'a.md': '[x](1)' },
      packageFiles: { '/repo/nx.json': '', '/repo/docs/b.md': '[x](2)', '/c.md': '[x](3)' },
    });
    const { lines } = await checkPorts(ports, linksConfig({ files: ['../docs/*.md', '../../*.md'] }));
    expect(lines).toEqual(['missing-file ../docs/b.md:1:1 2']);
  });
});
