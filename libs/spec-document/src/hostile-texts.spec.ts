import { sentencesOf } from './text/sentences';
import { readOne } from './test-support';

/** Far more than these texts need, far less than they would need if each character were looked at from all others. */
const MOST_MS = 4_000;
const LENGTH = 100_000;

function milliseconds(start: number): number {
  return performance.now() - start;
}

describe('texts of one character', () => {
  it('are split into sentences in time that grows with their length', () => {
    const start = performance.now();
    expect(sentencesOf(`a${'.'.repeat(LENGTH)}x`)).toHaveLength(1);
    expect(sentencesOf(`a.${')'.repeat(LENGTH)}x`)).toHaveLength(1);
    expect(milliseconds(start)).toBeLessThan(MOST_MS);
  });

  it.each([
    ['blanks', `${'&#32;'.repeat(LENGTH)}x [A-100]`],
    ['struck text', `~~${'x'.repeat(LENGTH)}~~ x [A-100]`],
    ['numbers', `${'1.'.repeat(LENGTH)} x [A-100]`],
    ['dots', `x${'.'.repeat(LENGTH)}x MUST. [A-100]`],
  ])('are read as a spec: %s', async (_, text) => {
    const start = performance.now();
    const { spec } = await readOne(text);
    expect(spec.requirements.map(({ id }) => id)).toEqual(['A-100']);
    expect(milliseconds(start)).toBeLessThan(MOST_MS);
  });

  it('are read as a spec: ids', async () => {
    const ids = Array.from({ length: LENGTH / 10 }, (_, index) => `x [A-${index + 100_000}]`).join(' ');
    const start = performance.now();
    expect((await readOne(ids)).spec.mentions.length).toBeGreaterThan(LENGTH / 20);
    expect(milliseconds(start)).toBeLessThan(MOST_MS);
  });
});
