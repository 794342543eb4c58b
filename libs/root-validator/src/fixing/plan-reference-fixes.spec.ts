import { placesOf, sampleRoot, type Changes } from '../test-support/sample-root';
import { planReferenceFixes, withChanges } from './plan-reference-fixes';

function planOf(changes: Changes) {
  const view = sampleRoot(changes);
  const plan = planReferenceFixes(view);
  if (!plan.ok) throw new Error(JSON.stringify(plan.findings));
  const texts = plan.value.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]);
  return { texts, plan: plan.value, after: withChanges(view, plan.value) };
}

const MAC = 'pointers/latest_supported/mac.txt';

describe('planReferenceFixes', () => {
  it('plans nothing for a root in which nothing is wrong', () => expect(planOf({}).plan).toEqual([]));

  it('creates the pointers of targets, not those of the root', () => {
    const { texts, after } = planOf({ [MAC]: undefined, 'min_supported.txt': undefined });
    expect(texts).toEqual([[MAC, 'none\n']]);
    expect(placesOf(after)).toEqual([['POINTER_MISSING_FILE', 'min_supported.txt']]);
  });

  it.each([
    ['1.2.0', '1.2.0\n'],
    ['1.2.0\r\r\n', '1.2.0\n'],
    ['1.2.0\nnone\n', '1.2.0\n'],
    [' 1.2.0 \n\n', ' 1.2.0 \n'],
    ['', '\n'],
  ])('makes %j one line', (text, fixed) => {
    const { texts, plan } = planOf({ [MAC]: text });
    expect(texts).toEqual([[MAC, fixed]]);
    expect(plan[0]?.before).toEqual(new TextEncoder().encode(text));
  });

  it('makes the current surface the union of the version that the pointer then names', () => {
    const { texts, after } = planOf({ 'latest_validated.txt': '1.2.0', 'current.json': '{}' });
    expect(texts.map(([path]) => path)).toEqual(['latest_validated.txt', 'current.json']);
    expect(placesOf(after)).toEqual([]);
    expect(planOf({ 'current.json': undefined }).texts.map(([path]) => path)).toEqual(['current.json']);
  });

  it('leaves the current surface alone where no union can be named', () => {
    expect(planOf({ 'latest_validated.txt': ' 1.2.0\n', 'current.json': '{}' }).texts).toEqual([]);
    expect(planOf({ 'snapshots/1.2.0/union.json': undefined, 'current.json': '{}' }).texts).toEqual([]);
  });

  it('copies bytes, whatever they are', () => {
    const bytes = new Uint8Array([0xff, 0xfe]);
    expect(planOf({ 'snapshots/1.2.0/union.json': bytes }).plan.map((change) => change.bytes)).toEqual([
      bytes,
    ]);
  });

  it('fails as a whole when a pointer cannot be read, or the rules cannot', () => {
    const unreadable = { kind: 'unreadable', reason: 'permission denied' } as const;
    const plan = planReferenceFixes(
      sampleRoot({ [MAC]: unreadable, 'min_supported.txt': new Uint8Array([0xff]) }),
    );
    expect(plan).toMatchObject({ ok: false, outcome: 'environment' });
    expect(plan.findings.map(({ file }) => file)).toEqual([MAC, 'min_supported.txt']);
    expect(planReferenceFixes(sampleRoot({ 'RULES.json': '{' }))).toMatchObject({
      ok: false,
      outcome: 'usage',
    });
  });
});
