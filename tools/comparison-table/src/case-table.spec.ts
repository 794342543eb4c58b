import type { CaseLine } from './case-line';
import { caseTable, nothingCompared } from './case-table';

const line = (name: string, standing: CaseLine['standing'], details: readonly string[] = []): CaseLine => ({
  kind: 'pact',
  name,
  standing,
  because: '1 of 1',
  details,
});

describe('caseTable', () => {
  it('aligns the cases and counts them', () => {
    expect(caseTable([line('a', 'equal'), line('long', 'better', ['more   b'])])).toEqual({
      exitCode: 0,
      output: [
        'pact a    equal  1 of 1',
        'pact long better 1 of 1',
        '     more   b',
        '2 cases: 1 equal, 1 better, 0 worse.',
        '',
      ].join('\n'),
    });
  });

  it('fails with a case that is worse', () => {
    expect(caseTable([line('a', 'equal'), line('b', 'worse')], 'comparisons')).toMatchObject({
      exitCode: 1,
      output: expect.stringMatching(/\n2 comparisons: 1 equal, 0 better, 1 worse\.\n$/),
    });
  });

  it('fails where nothing was compared although there is a folder', () => {
    expect(caseTable([])).toEqual({ exitCode: 1, output: '0 cases: 0 equal, 0 better, 0 worse.\n' });
  });
});

describe('nothingCompared', () => {
  it('passes, and says what is not there', () => {
    expect(nothingCompared('recorded pacts', '/nowhere')).toEqual({
      exitCode: 0,
      output: 'Nothing was compared: the folder of recorded pacts, /nowhere, is not there.\n',
    });
  });
});
