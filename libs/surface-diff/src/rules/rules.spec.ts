import { diffOf } from '../testing/diff';
import { RULE_CASES } from '../testing/rule-cases';
import { SURFACE_DIFF_RULES } from './rules';

const ids = SURFACE_DIFF_RULES.map(({ id }) => id as string);
const fired = (before: Parameters<typeof diffOf>[0], after: Parameters<typeof diffOf>[1]) =>
  diffOf(before, after).map(({ rule }) => rule);

describe('the table of rules', () => {
  it('has an id of its own for each rule, which names the unit', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, unit } of SURFACE_DIFF_RULES) expect(id).toMatch(new RegExp(`(^|-)${unit}-`));
  });

  it('has a case for each rule, and no case without rule', () => {
    expect(Object.keys(RULE_CASES).sort()).toEqual([...ids].sort());
  });

  it('asks for a major version where something breaks, and nowhere else', () => {
    for (const rule of SURFACE_DIFF_RULES) {
      expect([rule.id, rule.bump === 'major']).toEqual([rule.id, rule.class === 'breaking']);
    }
  });

  it('says values only where a change has them', () => {
    for (const { id, says } of SURFACE_DIFF_RULES) {
      const change = diffOf(...RULE_CASES[id]).find(({ rule }) => rule === id);
      const used = ['from', 'to'].filter((side) => says.includes(`{${side}}`));
      for (const side of used) expect([id, side, change?.[side as 'from' | 'to']]).not.toContain(undefined);
    }
  });

  it('is symmetrical: a rule is among the mirrors of each of its mirrors', () => {
    const byId = new Map(SURFACE_DIFF_RULES.map((rule) => [rule.id as string, rule]));
    const lonely = SURFACE_DIFF_RULES.flatMap(({ id, mirrors }) =>
      mirrors
        .filter((mirror) => byId.get(mirror)?.mirrors.includes(id) !== true)
        .map((mirror) => `${id} ${mirror}`),
    );
    expect(lonely).toEqual([]);
  });
});

describe.each(SURFACE_DIFF_RULES)('$id', ({ id, mirrors, unit, class: kind, bump }) => {
  const [before, after] = RULE_CASES[id];

  it('fires, classified as the table says [FP-DIFF-002]', () => {
    const changes = diffOf(before, after).filter(({ rule }) => rule === id);
    expect(changes).not.toEqual([]);
    expect(changes[0]).toMatchObject({ unit, class: kind, bump });
  });

  it('is one of its mirrors when it is read backwards', () => {
    expect(fired(after, before).filter((rule) => mirrors.includes(rule))).not.toEqual([]);
  });
});
