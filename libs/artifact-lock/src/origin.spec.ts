import { describeOrigin, isExactSpec, parseOriginSpec } from './origin';

describe('an exact spec', () => {
  it.each(['tool@1.2.3', '@scope/tool@1.2.3-linux-x64', 'tool@1.2.3+build.1', '@scope/tool@0.169.0-alpha.1'])(
    'is %s',
    (spec) => {
      expect(isExactSpec(spec)).toBe(true);
    },
  );

  it.each([
    'tool',
    'tool@latest',
    'tool@^1.2.3',
    'tool@1.2',
    'tool@1.2.3 --registry=http://x',
    '--prefix=x@1.2.3',
    '-g@1.2.3',
    'git+ssh://x/tool@1.2.3',
    'file:../tool@1.2.3',
    '../tool@1.2.3',
    'npm:tool@1.2.3',
    'tool@npm:other@1.2.3',
    '',
  ])('is not %j', (spec) => {
    expect(isExactSpec(spec)).toBe(false);
  });
});

describe('an origin', () => {
  it.each([
    ['tool@1.2.3', { source: 'npm', package: 'tool@1.2.3' }],
    [
      'github:owner/tool@v1.2.3#tool.tar.gz',
      { source: 'github-release', repo: 'owner/tool', tag: 'v1.2.3', asset: 'tool.tar.gz' },
    ],
    [
      'github:owner/tool.js@@scope/pkg@1.2.3#tool_1.2.3_linux-x64.zip',
      {
        source: 'github-release',
        repo: 'owner/tool.js',
        tag: '@scope/pkg@1.2.3',
        asset: 'tool_1.2.3_linux-x64.zip',
      },
    ],
  ])('is read from %s and described by it', (spec, origin) => {
    const read = parseOriginSpec(spec);
    expect(read).toEqual(origin);
    expect(read && describeOrigin(read)).toBe(spec);
  });

  it.each([
    'github:owner/tool@v1',
    'github:owner/tool#a.zip',
    'github:tool@v1#a.zip',
    'github:owner/tool@../v1#a.zip',
    'github:owner/tool@v1#../a.zip',
    'github:owner/tool@v1 #a.zip',
    'github:owner/tool@v1?per_page=1#a.zip',
    'gitlab:owner/tool@v1#a.zip',
    'https://github.com/owner/tool',
  ])('is not %s', (spec) => {
    expect(parseOriginSpec(spec)).toBeUndefined();
  });
});
