import fc from 'fast-check';
import { compareNewestFirst, isStrictVersion } from './strict-version';

describe('isStrictVersion', () => {
  it.each([
    '0.0.0',
    '1.2.3',
    '1.2.3-rc.1',
    '1.2.3-0a',
    '1.2.3+build.01',
    '1.2.3--1',
    '18446744073709551615.0.0',
  ])('accepts %s', (text) => expect(isStrictVersion(text)).toBe(true));

  it.each([
    '',
    '1',
    '1.2',
    'v1.2.3',
    '=1.2.3',
    ' 1.2.3',
    '1.2.3 ',
    '01.2.3',
    '1.2.3-',
    '1.2.3-01',
    '1.2.3+',
    '1.2.3.4',
    '18446744073709551616.0.0',
    '１.2.3',
  ])('refuses %j', (text) => expect(isStrictVersion(text)).toBe(false));
});

describe('compareNewestFirst', () => {
  it('orders versions by number, releases before their candidates, and the rest by bytes', () => {
    const sorted = ['1.10.0', '1.9.0+b', '1.9.0+a', '1.9.0', '1.9.0-rc.2', '1.9.0-rc.1'];
    expect([...sorted].reverse().sort(compareNewestFirst)).toEqual(sorted);
    expect(['a', 'b', '1.0'].sort(compareNewestFirst)).toEqual(['b', 'a', '1.0']);
  });

  it('is antisymmetric', () => {
    const version = fc.oneof(
      fc.string(),
      fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)).map((parts) => parts.join('.')),
    );
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(Math.sign(compareNewestFirst(a, b))).toBe(-Math.sign(compareNewestFirst(b, a)) || 0);
      }),
    );
  });
});
