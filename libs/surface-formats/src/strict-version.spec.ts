import { compareBuild, compare } from 'semver';
import fc from 'fast-check';
import { compareVersions, isStableVersion, isStrictVersion } from './strict-version';

const ASCENDING = [
  '0.7.0-rc.1',
  '0.7.0',
  '0.7.0+b1',
  '0.10.0',
  '1.0.0-1',
  '1.0.0-2',
  '1.0.0-10',
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-beta',
  '1.0.0',
  '18446744073709551614.0.0',
  '18446744073709551615.0.0',
];

describe('versions', () => {
  it('are those of semver.org, to the letter', () => {
    expect(ASCENDING.filter((version) => !isStrictVersion(version))).toEqual([]);
    const others = ['', '1', '1.0', 'v1.0.0', '01.0.0', '1.0.0-01', '1.0.0-', '1.0.0+', ' 1.0.0', '1.0.0\n'];
    expect([...others, '18446744073709551616.0.0'].filter(isStrictVersion)).toEqual([]);
  });

  it('are stable without prerelease and build', () => {
    expect(ASCENDING.filter(isStableVersion)).toEqual([
      '0.7.0',
      '0.10.0',
      '1.0.0',
      '18446744073709551614.0.0',
      '18446744073709551615.0.0',
    ]);
  });

  it('are ordered by precedence, not by text', () => {
    expect(ASCENDING.toReversed().sort(compareVersions)).toEqual(ASCENDING);
    expect(compareVersions('b', 'a')).toBeGreaterThan(0);
  });

  it('are ordered as the package semver orders them', () => {
    const number = fc.nat(3).map(String);
    const identifier = fc.oneof(number, fc.constantFrom('a', 'b-', '-1', 'x1'));
    const suffix = (sign: string) =>
      fc
        .array(identifier, { maxLength: 3 })
        .map((parts) => (parts.length === 0 ? '' : sign + parts.join('.')));
    const version = fc
      .tuple(number, number, number, suffix('-'), suffix('+'))
      .map(([major, minor, patch, pre, build]) => `${major}.${minor}.${patch}${pre}${build}`);
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(Math.sign(compareVersions(a, b))).toBe(Math.sign(compare(a, b) || compareBuild(a, b)));
      }),
    );
  });
});
