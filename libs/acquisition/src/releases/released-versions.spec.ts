import fc from 'fast-check';
import { releasedVersions } from './released-versions';

const named = (tags: readonly string[], pattern?: string) =>
  releasedVersions(
    tags.map((tag) => ({ tag, isPrerelease: false })),
    pattern,
  );
const versions = (tags: readonly string[], pattern?: string) =>
  named(tags, pattern).map(({ version }) => version);

describe('releasedVersions', () => {
  it('orders by semantic version, the newest first, prereleases before their release', () => {
    const tags = ['0.9.0', 'v0.10.0', '0.10.0-alpha.2', '0.10.0-alpha.10', '0.10.1-beta'];
    const expected = ['0.10.1-beta', '0.10.0', '0.10.0-alpha.10', '0.10.0-alpha.2', '0.9.0'];
    fc.assert(
      fc.property(fc.shuffledSubarray(tags, { minLength: tags.length }), (shuffled) => {
        expect(versions(shuffled)).toEqual(expected);
      }),
    );
    expect(named(tags).map(({ prerelease }) => prerelease)).toEqual([true, false, true, true, false]);
  });

  it('takes builds for one platform for no versions', () => {
    const builds = [
      '0.125.0-linux-x64',
      '0.125.0-win32-arm64',
      '0.126.0-alpha.1-darwin-arm64',
      '1.0.0-linuxmusl-x64',
      '1.0.0-windows_amd64',
    ];
    expect(versions([...builds, '0.126.0-alpha.1', '0.126.0-winner'])).toEqual([
      '0.126.0-winner',
      '0.126.0-alpha.1',
    ]);
  });

  it('believes the source when it calls a release a prerelease', () => {
    expect(releasedVersions([{ tag: 'v2.0.0', isPrerelease: true }])).toEqual([
      { version: '2.0.0', tag: 'v2.0.0', prerelease: true },
    ]);
  });

  it.each([
    ['^rust-v(?<version>.+)$', ['rust-v0.125.0', 'python-v9.9.9', 'v8.0.0'], ['0.125.0']],
    ['^cli/(?<version>.+)$', ['cli/1.0.0', 'cli/latest', 'cli/1.0.0-linux'], ['1.0.0', '1.0.0-linux']],
    [undefined, ['rust-v1.0.0', '@scope/tool@1.0.0', '1.0', 'latest', 'v1.0.0 '], []],
  ])('reads tags by the pattern %j', (pattern, tags, expected) => {
    expect(versions(tags, pattern)).toEqual(expected);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.array(fc.string()), (tags) => void versions(tags)));
  });
});
