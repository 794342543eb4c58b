import { checkFiles } from './test-support';

/** No one of these may take longer than a second or two; what takes a minute is caught by the time limit of the tests. */
describe('hostile documents', () => {
  it('of 100,000 links are checked, each once', async () => {
    const { findings } = await checkFiles({
      'a.md': '[x](a.md) [y](b.md) \n'.repeat(50_000),
      'c.md': Array.from(
        { length: 5_000 },
        (_, index) => `[x](#none-of-them-${index}) [y](no-file-${index}.md)\n`,
      ).join(''),
      'd.md': Array.from(
        { length: 20_000 },
        (_, index) => `# Heading ${index}\n[x](#heding-${index})\n`,
      ).join(''),
    });
    expect(findings).toHaveLength(50_000 + 10_000 + 20_000);
  });

  it.each([
    ['brackets', '['.repeat(50_000)],
    ['pictures in pictures', '![a'.repeat(20_000) + '](x)'.repeat(20_000)],
    ['quotes', `${'> '.repeat(20_000)}[a](no.md)`],
    ['lists', Array.from({ length: 1_000 }, (_, depth) => `${' '.repeat(depth * 2)}- [a](no.md)`).join('\n')],
    ['tags', '<a href="'.repeat(50_000)],
    ['spaces in tags', `<div${' '.repeat(50_000)}\n\n<p ${'a '.repeat(50_000)}`],
    ['comments', '<!--'.repeat(50_000)],
    ['addresses', '[a]('.repeat(50_000)],
    ['references', '[a]['.repeat(50_000)],
    ['code', `${'`'.repeat(50_000)}[a](b)${'` '.repeat(50_000)}](`],
    ['cells', `${'|'.repeat(20_000)}\n${'|-'.repeat(20_000)}|\n`],
    ['front matter', `---\n${'a\n'.repeat(50_000)}`],
    ['percent codes', `[a](${'%'.repeat(50_000)})`],
    ['ways up', `[a](${'../'.repeat(50_000)}x)`],
    ['ways down', `[a](${'x/'.repeat(5_000)}x)`],
    ['headings in HTML', `<p>\n${'<h1>'.repeat(50_000)}\n</h1>`],
  ])('of nothing but %s are read to their end', async (_name, text) => {
    const { findings } = await checkFiles({ 'a.md': `${text}\n\n`, 'z.md': '[x](no.md)' });
    expect(findings.filter(({ file }) => file === 'z.md')).toHaveLength(1);
  });

  it('with names of objects in them are documents like any other', async () => {
    const { lines } = await checkFiles({
      'a.md':
        '[x](__proto__) [y](constructor#toString) [__proto__]\n\n[__proto__]: hasOwnProperty\n[constructor]: a.md',
    });
    expect(lines).toEqual([
      'missing-file a.md:1:1 __proto__',
      'missing-file a.md:1:16 constructor#toString',
      'missing-file a.md:3:1 hasOwnProperty',
    ]);
  });
});
