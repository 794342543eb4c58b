import fc from 'fast-check';
import { checkFiles } from './test-support';

const NAMES = [
  'alpha',
  'bravo charlie',
  'délta',
  'echo(1)',
  'Fox.trot',
  'golf%20',
  '.hotel',
  '[india]',
  "ju'liet",
];

const name = fc.constantFrom(...NAMES);
const path = fc
  .tuple(fc.array(name, { maxLength: 3 }), name)
  .map(([directories, file]) =>
    [...directories.map((directory) => `${directory}-d`), `${file}.md`].join('/'),
  );

/** A tree whose documents link to each other, every link written in one of the ways there are. */
const tree = fc
  .uniqueArray(path, { minLength: 2, maxLength: 8, selector: (value) => value.toLowerCase() })
  .chain((paths) =>
    fc.record({
      paths: fc.constant(paths),
      links: fc.array(
        fc.record({
          from: fc.nat({ max: paths.length - 1 }),
          to: fc.nat({ max: paths.length - 1 }),
          style: fc.constantFrom('inline', 'bracketed', 'absolute', 'definition', 'html', 'image'),
          anchor: fc.boolean(),
          container: fc.constantFrom('', '> ', '- ', '## ', '1. > '),
          damage: fc.constantFrom('none', 'none', 'none', 'file', 'anchor', 'case'),
        }),
        { maxLength: 12 },
      ),
    }),
  );

type Tree = typeof tree extends fc.Arbitrary<infer T> ? T : never;

const HEADING = 'Some `heading` — with *marks*';
const SLUG = 'some-heading--with-marks';

/** The way from one document to another, percent-encoded as a careful author writes it. */
function targetOf({ paths }: Tree, link: Tree['links'][number]): string {
  const [from, to] = [paths[link.from] as string, paths[link.to] as string];
  const up = '../'.repeat(from.split('/').length - 1);
  const damaged =
    link.damage === 'file' ? `${to}.zzzzzzzzzzzzzzzzzzzz` : link.damage === 'case' ? swapCase(to) : to;
  const encoded = damaged
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/[()']/g, (c) => `%${c.charCodeAt(0).toString(16)}`));
  const base = link.style === 'absolute' ? '/' : up;
  const anchor = link.damage === 'anchor' ? '#qqqqqqqqqqqqqqqqqqqq' : link.anchor ? `#${SLUG}` : '';
  return `${base}${encoded.join('/')}${anchor}`;
}

function swapCase(text: string): string {
  const cut = text.lastIndexOf('/') + 1;
  return text.slice(0, cut) + text.slice(cut).replace('.md', '.MD');
}

function write(link: Tree['links'][number], target: string, index: number): string {
  const written: Readonly<Record<string, string>> = {
    inline: `text [a *b* \`c\`](${target} "title")`,
    bracketed: `[x](<${target}>) and \`[no](no.md)\``,
    absolute: `see [y](${target})`,
    definition: `[d${index}]: ${target}`,
    html: `<b>x</b> <a class="c" href='${target.replaceAll("'", '%27')}'>z</a>`,
    image: `![alt [no](no.md)](${target})`,
  };
  const container = link.style === 'definition' ? '' : link.container;
  return `${container}${written[link.style]}`;
}

function filesOf(sample: Tree): Record<string, string> {
  const files = Object.fromEntries(sample.paths.map((file) => [file, `# ${HEADING}\n`]));
  sample.links.forEach((link, index) => {
    files[sample.paths[link.from] as string] += `\n${write(link, targetOf(sample, link), index)}\n`;
  });
  return files;
}

describe('any tree of documents', () => {
  it('has exactly the broken links that were broken [FP-LINK-001]', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (sample) => {
        const broken = sample.links
          .filter(({ damage }) => damage !== 'none')
          .map((link) => targetOf(sample, link))
          .sort();
        const { findings } = await checkFiles(filesOf(sample));
        expect(findings.map(({ actual }) => actual).sort()).toEqual(broken);
      }),
      { numRuns: 150 },
    );
  });

  it('is clean of what is certain once it was fixed, and a second fix changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (sample) => {
        const files = filesOf(sample);
        const first = await checkFiles(files, {}, { fix: true, check: false });
        const fixed = {
          ...files,
          ...Object.fromEntries(first.artifacts.map((file) => [file.path, file.text])),
        };
        const second = await checkFiles(fixed, {}, { fix: true, check: false });
        expect(second.artifacts).toEqual([]);
        expect(second.lines.filter((line) => line.startsWith('wrong-case'))).toEqual([]);
        expect(second.lines).toEqual(first.lines);
      }),
      { numRuns: 150 },
    );
  });
});
