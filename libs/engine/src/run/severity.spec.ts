import type { Finding } from '@fixpoint/model';
import { applySeverity } from './severity';

const finding = (id: string): Finding => ({ id, severity: 'error', message: '', file: 'f', fix: '' });

describe('applySeverity', () => {
  it('prefers an exact id to a prefix and a longer prefix to a shorter one [FP-DIAG-008]', () => {
    const overrides = {
      '*': 'note',
      'union/flag-*': 'warning',
      'union/flag-a': 'error',
      'report/*': 'off',
    } as const;
    const found = applySeverity(
      ['union/flag-a', 'union/flag-b', 'union/x', 'report/y'].map(finding),
      overrides,
    );
    expect(found.map(({ id, severity }) => `${id} ${severity}`)).toEqual([
      'union/flag-a error',
      'union/flag-b warning',
      'union/x note',
    ]);
  });

  it('leaves what no pattern matches', () => {
    expect(applySeverity([finding('a/b')], { 'a/': 'off', 'a/bc': 'off', b: 'off' })).toEqual([
      finding('a/b'),
    ]);
  });
});
