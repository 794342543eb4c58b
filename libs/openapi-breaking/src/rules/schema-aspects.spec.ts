import { ASPECT_CASES } from '../testing/aspect-cases';
import { diff, rulesOf } from '../testing/documents';
import { embed } from '../testing/embed';
import { ruleOf } from './rules';
import { SCHEMA_ASPECTS, SUBJECTS } from './schema-aspects';

describe('what can happen to schemas', () => {
  it('has a case for each, and no case without rule', () => {
    expect(Object.keys(ASPECT_CASES).sort()).toEqual(SCHEMA_ASPECTS.map(({ aspect }) => aspect).sort());
  });

  it('weighs the same change by its direction', () => {
    const level = (id: Parameters<typeof ruleOf>[0]) => ruleOf(id).level;
    expect([level('request-body-max-length-decreased'), level('response-body-max-length-decreased')]).toEqual(
      ['error', 'note'],
    );
    expect([level('request-property-became-nullable'), level('response-property-became-nullable')]).toEqual([
      'note',
      'error',
    ]);
    expect(level('request-read-only-property-max-length-decreased')).toBe('note');
    expect(level('response-property-enum-value-added')).toBe('warning');
  });
});

describe.each(SUBJECTS)('$subject', ({ subject }) => {
  it.each(SCHEMA_ASPECTS.map(({ aspect }) => aspect))('%s', (aspect) => {
    const { fires, near } = ASPECT_CASES[aspect] as (typeof ASPECT_CASES)[string];
    const id = `${subject}-${aspect}` as const;
    const [old, now] = fires.map((schema) => embed(subject, schema));
    const found = diff(old!, now!).filter(({ rule }) => rule === id);
    expect([id, found.length > 0]).toEqual([id, true]);
    expect(rulesOf(embed(subject, near[0]), embed(subject, near[1]))).not.toContain(id);
    const { says, mirrors } = ruleOf(id);
    for (const side of ['from', 'to'] as const) {
      if (says.includes(`{${side}}`)) expect([id, side, found[0]?.[side]]).not.toContain(undefined);
    }
    expect(rulesOf(now!, old!).filter((rule) => mirrors.includes(rule))).not.toEqual([]);
  });
});
