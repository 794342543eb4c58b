import { diff, rulesOf } from '../testing/documents';
import { MESSAGE_CASES } from '../testing/message-cases';
import { PROPERTY_CASES } from '../testing/property-cases';
import { INTERFACE_CASES, type RuleCase } from '../testing/rule-cases';
import { SECURITY_CASES } from '../testing/security-cases';
import { BREAKING_RULES, NAMED_RULES } from './rules';
import { breakingRulesMarkdown } from './rules-markdown';

const CASES: Readonly<Record<string, RuleCase>> = {
  ...INTERFACE_CASES,
  ...SECURITY_CASES,
  ...MESSAGE_CASES,
  ...PROPERTY_CASES,
};

describe('the table of rules', () => {
  it('has an id of its own for each rule', () => {
    const ids = BREAKING_RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
  });

  it('has a case for each rule that has no place of a schema, and no case without rule', () => {
    expect(Object.keys(CASES).sort()).toEqual(NAMED_RULES.map(({ id }) => id as string).sort());
  });

  it('is symmetrical: a rule is among the mirrors of each of its mirrors', () => {
    const byId = new Map(BREAKING_RULES.map((rule) => [rule.id as string, rule]));
    const lonely = BREAKING_RULES.flatMap(({ id, mirrors }) =>
      mirrors
        .filter((mirror) => byId.get(mirror)?.mirrors.includes(id) !== true)
        .map((mirror) => `${id} ${mirror}`),
    );
    expect(lonely).toEqual([]);
  });

  it('takes only what is not on the wire for a patch', () => {
    const patches = BREAKING_RULES.filter(({ patch }) => patch).map(({ id, level }) => `${level} ${id}`);
    expect(patches).toEqual([
      'note api-operation-id-removed',
      'note api-operation-id-added',
      'note api-tag-removed',
      'note api-tag-added',
    ]);
  });

  it('gives the page of the reference, with every rule in it', () => {
    const page = breakingRulesMarkdown();
    for (const { id } of NAMED_RULES) expect(page).toContain(`| \`${id}\` |`);
    expect(page).toContain('| `…-max-length-set` | error | note |');
    expect(page).toContain(`${BREAKING_RULES.length} rules.`);
  });
});

describe.each(NAMED_RULES)('$id', ({ id, says, mirrors }) => {
  const { fires, near } = CASES[id] as RuleCase;

  it('fires, with the values that its text has [FP-BRK-003]', () => {
    const found = diff(...fires).filter(({ rule }) => rule === id);
    expect(found).not.toEqual([]);
    for (const side of ['from', 'to'] as const) {
      if (says.includes(`{${side}}`)) expect([side, found[0]?.[side]]).not.toContain(undefined);
    }
  });

  it('does not fire for what looks like it [FP-BRK-003]', () => {
    expect(rulesOf(...near)).not.toContain(id);
  });

  it('is one of its mirrors when it is read backwards', () => {
    expect(rulesOf(fires[1], fires[0]).filter((rule) => mirrors.includes(rule))).not.toEqual([]);
  });
});
