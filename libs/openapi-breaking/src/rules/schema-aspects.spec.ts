import type { OpenApiDocument } from '@fixpoint/openapi-document';
import { ASPECT_CASES, type AspectCase } from '../testing/aspect-cases';
import { diff, rulesOf } from '../testing/documents';
import { embed } from '../testing/embed';
import { ruleOf } from './rules';
import { SCHEMA_ASPECTS, SUBJECTS } from './schema-aspects';

type Documents = readonly [OpenApiDocument, OpenApiDocument];

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
  const cases = SCHEMA_ASPECTS.map(({ aspect }) => {
    const { fires, near } = ASPECT_CASES[aspect] as AspectCase;
    const [old, now, nearOld, nearNow] = [...fires, ...near].map((schema) => embed(subject, schema));
    const id = `${subject}-${aspect}` as const;
    return { id, fires: [old, now] as Documents, near: [nearOld, nearNow] as Documents };
  });

  it('fires, with the values that its text has', () => {
    for (const { id, fires } of cases) {
      const found = diff(...fires).find(({ rule }) => rule === id);
      expect([id, found?.rule]).toEqual([id, id]);
      for (const side of ['from', 'to'] as const) {
        if (ruleOf(id).says.includes(`{${side}}`)) expect([id, side, found?.[side]]).not.toContain(undefined);
      }
    }
  });

  it('does not fire for what looks like it', () => {
    expect(cases.filter(({ id, near }) => rulesOf(...near).includes(id)).map(({ id }) => id)).toEqual([]);
  });

  it('is one of its mirrors when it is read backwards', () => {
    const lonely = cases.filter(({ id, fires: [old, now] }) => {
      const { mirrors } = ruleOf(id);
      return !rulesOf(now, old).some((rule) => mirrors.includes(rule));
    });
    expect(lonely.map(({ id }) => id)).toEqual([]);
  });
});
