import fc from 'fast-check';
import { BLOCK_END, BLOCK_START, replaceBlock } from './page-block';

const PAGE = `# Tools\n\n${BLOCK_START}\nold\n${BLOCK_END}\n\nmore\n`;

function idsOf(page: string | undefined): string[] {
  const result = replaceBlock(page, 'page.md', 'new');
  return result.ok ? [] : result.findings.map(({ id, position }) => `${id} ${position?.line ?? '-'}`);
}

describe('replaceBlock', () => {
  it('replaces what stands between the markers and nothing else [FP-MATRIX-001]', () => {
    expect(replaceBlock(PAGE, 'page.md', 'new\nlines')).toMatchObject({
      ok: true,
      value: `# Tools\n\n${BLOCK_START}\n\nnew\nlines\n\n${BLOCK_END}\n\nmore\n`,
    });
  });

  it('keeps the line ends of the page', () => {
    const result = replaceBlock(PAGE.replaceAll('\n', '\r\n'), 'page.md', 'a\nb');
    expect(result.ok && result.value.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('does not repair a page without its markers, and says so for each [FP-MATRIX-002]', () => {
    expect(idsOf('# Tools\n')).toEqual([
      'support-matrix/marker-missing -',
      'support-matrix/marker-missing -',
    ]);
    expect(idsOf(`${BLOCK_START}\n`)).toEqual(['support-matrix/marker-missing -']);
    expect(idsOf(undefined)).toEqual(['support-matrix/page-missing -']);
  });

  it('refuses markers that leave open where the block is [FP-MATRIX-002]', () => {
    expect(idsOf(`${BLOCK_END}\n${BLOCK_START}\n`)).toEqual(['support-matrix/markers-reversed 1']);
    expect(idsOf(`${PAGE}${PAGE}`)).toEqual([
      'support-matrix/marker-repeated 10',
      'support-matrix/marker-repeated 12',
    ]);
  });

  it('changes nothing the second time, whatever the page and the block are [FP-MATRIX-001]', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((part) => !part.includes('<!--'));
    fc.assert(
      fc.property(text, text, text, (before, block, after) => {
        const page = `${before}\n${BLOCK_START}\n${BLOCK_END}\n${after}`;
        const once = replaceBlock(page, 'page.md', block);
        const twice = once.ok ? replaceBlock(once.value, 'page.md', block) : once;
        expect(once.ok && twice.ok && twice.value === once.value).toBe(true);
        expect(once.ok && once.value.startsWith(before) && once.value.endsWith(after)).toBe(true);
      }),
    );
  });
});
