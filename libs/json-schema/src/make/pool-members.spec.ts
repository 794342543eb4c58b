import { poolMembers } from './pool-members';

const closed = (key: string) => ({ type: 'object', properties: { [key]: {} }, additionalProperties: false });
const open = (key: string) => ({ type: 'object', properties: { [key]: {} } });

describe('poolMembers', () => {
  it('closes the whole where every member was closed, wherever it stands', () => {
    const schema = {
      properties: { a: { allOf: [closed('x'), { $ref: '#/$defs/y' }] } },
      $defs: { y: closed('y') },
    };
    expect(poolMembers(schema, '2020-12')).toEqual({
      properties: { a: { allOf: [open('x'), open('y')], unevaluatedProperties: false } },
      $defs: { y: closed('y') },
    });
  });

  it('leaves the whole open where a member is, or where the dialect has no word for it', () => {
    expect(poolMembers({ allOf: [closed('x'), open('y')] }, '2020-12')).toEqual({
      allOf: [open('x'), open('y')],
    });
    expect(poolMembers({ allOf: [closed('x'), closed('y')] }, 'draft-07')).toEqual({
      allOf: [open('x'), open('y')],
    });
  });

  it('pools what is nested, and lets a single member be', () => {
    const nested = { allOf: [{ allOf: [closed('x'), closed('y')] }, closed('z')] };
    expect(poolMembers(nested, '2020-12')).toEqual({
      allOf: [{ allOf: [open('x'), open('y')] }, open('z')],
      unevaluatedProperties: false,
    });
    const single = { allOf: [closed('x')] };
    expect(poolMembers(single, '2020-12')).toEqual(single);
  });
});
