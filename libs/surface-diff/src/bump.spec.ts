import type { SemverBump } from '@fixpoint/surface-formats';
import { changeOf } from './diff/change';
import type { RuleId } from './rules/rules';
import { bumpOf } from './bump';

const changes = (...rules: RuleId[]) => rules.map((rule) => changeOf(rule, { path: [], name: 'x' }));

describe('bumpOf', () => {
  it.each<[RuleId[], SemverBump]>([
    [[], 'none'],
    [['flag-rename-guessed'], 'none'],
    [['flag-description-changed'], 'patch'],
    [['flag-description-changed', 'flag-added'], 'minor'],
    [['flag-hidden'], 'minor'],
    [['flag-added', 'flag-removed', 'flag-description-changed'], 'major'],
  ])('takes the highest of %j', (rules, deserved) =>
    expect(bumpOf(changes(...rules), '1.0.0', '2.0.0').deserved).toBe(deserved),
  );

  it.each([
    ['1.2.3', '2.0.0', 'major', true],
    ['1.2.3', '1.3.0', 'minor', false],
    ['1.2.3', '1.2.4', 'patch', false],
    ['0.145.0', '0.146.0', 'minor', true],
    ['0.146.0', '0.146.1', 'patch', false],
    ['0.0.1', '0.0.2', 'patch', true],
    ['0.9.0', '1.0.0', 'major', true],
    ['1.0.0-rc.1', '1.0.0', 'none', undefined],
    ['1.0.0-rc.1', '1.0.0-rc.2', 'none', undefined],
    ['1.0.0', '2.0.0-rc.1', 'major', undefined],
    ['1.0.0', '1.0.0', undefined, undefined],
    ['2.0.0', '1.0.0', undefined, undefined],
    ['nightly', '1.0.0', undefined, undefined],
  ])(
    'knows what %s → %s makes, and whether it is enough for something that breaks',
    (from, to, ...expected) => {
      const { made, sufficient } = bumpOf(changes('flag-removed'), from, to);
      expect([made, sufficient]).toEqual(expected);
    },
  );

  it('is enough below 1.0.0 when a patch adds something', () => {
    expect(bumpOf(changes('flag-added'), '0.1.0', '0.1.1').sufficient).toBe(true);
    expect(bumpOf(changes('flag-added'), '1.0.0', '1.0.1').sufficient).toBe(false);
  });
});
