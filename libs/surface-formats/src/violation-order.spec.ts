import fc from 'fast-check';
import type { Finding, ViolationKeys } from '@fixpoint/model';
import { violationsInOrder } from './violation-order';

function finding(keys: Partial<ViolationKeys>): Finding {
  const violation = { path: 'a', ...keys };
  const code = 'UNION_MISSING';
  return { id: 'root/x', code, severity: 'error', message: '', file: violation.path, fix: '', violation };
}

describe('violationsInOrder', () => {
  const ascending = [
    finding({}),
    finding({ pointer: '' }),
    finding({ pointer: '/10' }),
    finding({ pointer: '/9' }),
    finding({ target: 't' }),
    finding({ field: 'f' }),
    finding({ keyOrName: 'k' }),
    finding({ commandPath: '[]' }),
    finding({ unit: 'u' }),
    finding({ path: '\uff5e' }),
    finding({ path: '\u{10000}' }),
  ];

  it('goes by path, unit, command, key, field, target and pointer, what is absent first', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ascending, { minLength: ascending.length }), (shuffled) => {
        expect(violationsInOrder(shuffled)).toEqual(ascending);
      }),
    );
  });

  it('leaves out what is no violation', () => {
    const { violation: _violation, ...other } = finding({});
    expect(violationsInOrder([other])).toEqual([]);
  });
});
