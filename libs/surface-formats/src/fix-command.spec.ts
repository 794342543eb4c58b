import { fixCommand } from './fix-command';

describe('fixCommand', () => {
  it.each([
    ['libs/tool', undefined, 'fixpoint report --root libs/tool'],
    ['', '1.0.0', 'fixpoint report --root . --version 1.0.0'],
    ["my 'own' tool", '1 0', `fixpoint report --root 'my '\\''own'\\'' tool' --version '1 0'`],
  ])('for %j and %j is %s', (root, version, expected) => {
    expect(fixCommand('report', { root }, version)).toBe(expected);
  });

  it('names the target where one is given', () => {
    expect(fixCommand('snapshot', { root: 'a', version: '1.0.0-rc.1+5', target: 'linux-x64' })).toBe(
      'fixpoint snapshot --root a --version 1.0.0-rc.1+5 --target linux-x64',
    );
    expect(fixCommand('snapshot', { root: 'a', target: '$(x)' })).toBe(
      "fixpoint snapshot --root a --target '$(x)'",
    );
  });
});
