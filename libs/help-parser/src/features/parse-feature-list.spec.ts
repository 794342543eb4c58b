import * as fc from 'fast-check';
import { parseFeatureList } from './parse-feature-list';

describe('parseFeatureList', () => {
  it.each([
    ['tabs', 'a\tstable\ttrue\nb\tunder development\tfalse\r\n'],
    ['blanks', 'a    stable               true\nb    under development    false\n'],
    ['tabs and blanks', ' a \t stable  true\nb  under development\tFALSE'],
    ['single blanks', 'a stable true\nb under development false\n'],
  ])('reads columns parted by %s', (_, text) => {
    expect(parseFeatureList(text)).toEqual([
      { effective: true, name: 'a', stage: 'stable' },
      { effective: false, name: 'b', stage: 'under development' },
    ]);
  });

  it('leaves out what is no row', () => {
    const text =
      'NAME  STAGE  ENABLED\n\na  stable  maybe\na  true\ntrue\na b  stable  true\na  b  c  true\na  stable  true\n';
    expect(parseFeatureList(text)).toEqual([{ effective: true, name: 'a', stage: 'stable' }]);
  });

  it('reads back what is written', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9_.-]{0,12}$/);
    const row = fc.record({
      effective: fc.boolean(),
      name: word,
      stage: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    });
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom('\t', '  ', '     '), (rows, gap) => {
        const text = rows.map(({ name, stage, effective }) => [name, stage, effective].join(gap)).join('\n');
        expect(parseFeatureList(text)).toEqual(rows);
      }),
    );
  });
});
