import { applyPatch, parsePatch } from 'diff';
import fc from 'fast-check';
import { diffHunks, renderPatch } from './patch';

const line = fc.constantFrom('a', 'b', 'c', '', '- x', '+ y', '@@ 1', '\\');
const text = fc
  .tuple(fc.array(line, { maxLength: 30 }), fc.boolean())
  .map(([lines, isEnded]) => lines.join('\n') + (isEnded && lines.length > 0 ? '\n' : ''));

describe('patches', () => {
  it('repair the committed text when nothing is left out', () => {
    fc.assert(
      fc.property(text, text, (committed, expected) => {
        const patch = renderPatch('f', diffHunks(committed, expected), 1000);
        expect(applyPatch(committed, patch)).toBe(expected);
      }),
    );
  });

  it('stay well-formed and say how much is missing when they are cut', () => {
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 6 }), (committed, expected, maxLines) => {
        const hunks = diffHunks(committed, expected);
        const total = hunks.reduce((sum, hunk) => sum + hunk.lines.length, 0);
        const patch = renderPatch('f', hunks, maxLines);
        const note = /\n… (\d+) more lines left out/.exec(patch);
        expect(Number(note?.[1] ?? 0)).toBe(Math.max(0, total - maxLines));
        const body = note ? patch.slice(0, note.index + 1) : patch;
        const shown = parsePatch(body).flatMap((file) => file.hunks.flatMap((hunk) => hunk.lines));
        expect(shown).toHaveLength(Math.min(total, maxLines));
      }),
    );
  });

  it('name the file on both sides', () => {
    expect(renderPatch('libs/x/f.json', diffHunks('a\n', 'b\n'), 10)).toBe(
      '--- a/libs/x/f.json\n+++ b/libs/x/f.json\n@@ -1,1 +1,1 @@\n-a\n+b\n',
    );
  });

  it('replace the middle of texts that have too little in common', () => {
    const numbered = (word: string) =>
      Array.from({ length: 2000 }, (_, index) => `${word} ${index}\n`).join('');
    const committed = `head\n${numbered('old')}tail\n`;
    const expected = `head\n${numbered('new')}tail\n`;
    const hunks = diffHunks(committed, expected);
    expect(hunks).toHaveLength(1);
    expect(applyPatch(committed, renderPatch('f', hunks, 10_000))).toBe(expected);
  });

  it('clip lines of minified files', () => {
    const patch = renderPatch('f', diffHunks(`${'x'.repeat(5000)}\n`, 'y\n'), 10);
    expect(patch).toContain('… (4601 more characters)');
    expect(patch.length).toBeLessThan(600);
  });
});
