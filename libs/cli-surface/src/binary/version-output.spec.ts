import { parseVersionOutput } from './version-output';

describe('parseVersionOutput', () => {
  it.each([
    ['codex-cli 0.169.0', { semantic_version: '0.169.0', channel: 'stable' }],
    ['demo 1.2.3-beta.4', { semantic_version: '1.2.3-beta.4', channel: 'beta' }],
    ['demo 1.2.3-alpha.1+build.5', { semantic_version: '1.2.3-alpha.1+build.5', channel: 'alpha' }],
    [
      'rustc 1.80.0-nightly (b8c54d636 2024-04-20)',
      { semantic_version: '1.80.0-nightly', channel: 'nightly', commit: 'b8c54d636' },
    ],
    ['v2.0.1', { semantic_version: '2.0.1', channel: 'stable' }],
    ['demo 1.0.0-3', { semantic_version: '1.0.0-3', channel: 'prerelease' }],
    ['demo 1.0.0 (nightly build)', { semantic_version: '1.0.0', channel: 'nightly' }],
    ['listening on 127.0.0.1', {}],
    ['demo 1.2', {}],
    ['', {}],
  ])('reads %j', (text, expected) => {
    expect(parseVersionOutput(text)).toEqual(expected);
  });

  it.each([
    ['a build number', 'demo 1.2.3 build 20261121'],
    ['a word of hex letters', 'demo 1.2.3 the defaced facade'],
    ['a part of an identifier', 'demo 1.2.3 id 550e8400-e29b-41d4-a716-446655440000'],
    ['a dotted number', 'demo 1.2.3 on 10.1234567.1'],
  ])('does not take %s for a commit', (_, text) => {
    expect(parseVersionOutput(text)).not.toHaveProperty('commit');
  });

  it.each([
    ['demo 1.2.3 commit 1234567', '1234567'],
    ['demo 1.2.3 (rev: DEADBEEF)', 'deadbeef'],
    ['demo 1.2.3 (git abcdef0123456789abcdef0123456789abcdef01)', 'abcdef0123456789abcdef0123456789abcdef01'],
    ['demo version 1.2.3 g1a2b3c4', '1a2b3c4'],
  ])('finds the commit in %j', (text, commit) => {
    expect(parseVersionOutput(text).commit).toBe(commit);
  });
});
