import { compareVersionNames } from './version-order';

describe('compareVersionNames', () => {
  it('orders by precedence, and names that are no versions first', () => {
    const ordered = [
      'latest',
      'nightly',
      '0.9.0',
      '0.10.0-rc.1',
      '0.10.0-rc.2',
      '0.10.0',
      '0.10.0+build',
      '1.0.0',
    ];
    expect([...ordered].reverse().sort(compareVersionNames)).toEqual(ordered);
  });
});
