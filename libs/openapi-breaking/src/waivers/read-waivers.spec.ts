import { readWaivers } from './read-waivers';

const read = (text: string) => {
  const { waivers, findings } = readWaivers('waivers.yaml', text);
  return {
    waivers: waivers.map(({ rule, location }) => `${rule} ${location}`),
    findings: findings.map(({ id, path, position }) => `${id} ${path ?? ''} ${position?.line ?? 0}`),
  };
};

const GOOD = `- rule: request-parameter-removed
  location: GET /things
  reason: nobody passes it
  until: "2026-12-31"
`;

describe('readWaivers', () => {
  it('reads a list, with the prefix of findings or without', () => {
    const prefixed = GOOD.replace('rule: ', 'rule: breaking/').replace('GET /things', '"#/paths"');
    expect(read(`${GOOD}${prefixed}`)).toEqual({
      waivers: ['request-parameter-removed GET /things', 'request-parameter-removed #/paths'],
      findings: [],
    });
  });

  it.each(['', '# none yet\n', '[]'])('takes %j for no waivers', (text) => {
    expect(read(text)).toEqual({ waivers: [], findings: [] });
  });

  it('names the rule that is meant', () => {
    const text = GOOD.replace('parameter-removed', 'parameter-remove');
    const [finding] = readWaivers('waivers.yaml', text).findings;
    expect(finding).toMatchObject({
      id: 'breaking/waiver-unknown-rule',
      position: { line: 1, column: 3 },
      fix: 'rule: request-parameter-removed',
    });
  });

  it.each([
    ['a key that is missing', GOOD.replace(/ {2}reason.*\n/, ''), 'breaking/waiver-shape /0 1'],
    ['a key that is unknown', `${GOOD}  why: so\n`, 'breaking/waiver-shape /0/why 5'],
    ['an empty reason', GOOD.replace('nobody passes it', '" "'), 'breaking/waiver-shape /0/reason 3'],
    ['a day that is none', GOOD.replace('2026-12-31', '2026-02-30'), 'breaking/waiver-shape /0/until 4'],
    ['a location that is none', GOOD.replace('GET /things', 'things'), 'breaking/waiver-shape /0/location 2'],
    ['no list', 'rule: x\n', 'breaking/waiver-shape  1'],
    ['no YAML', '- {rule: x\n', 'breaking/invalid-yaml  2'],
  ])('%s waives nothing and is a finding', (_name, text, expected) => {
    expect(read(text)).toEqual({ waivers: [], findings: [expected] });
  });

  it('reads the others', () => {
    expect(read(`- 1\n${GOOD}`).waivers).toEqual(['request-parameter-removed GET /things']);
  });
});
