import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectGoldenDirectory, memoryPorts } from '@fixpoint/testkit';
import { buildSite } from './build-site';
import { CONTRACT, HISTORY, json, rowOf, workspaceOf, WORKSPACE } from './testing/sample';

const CONTRACT_TEXT = readFileSync(join(WORKSPACE, CONTRACT), 'utf8');

/** A workspace of the sample with the contract of this one. */
function withContract(...sample: Parameters<typeof workspaceOf>): Record<string, string> {
  return { ...workspaceOf(...sample), [CONTRACT]: CONTRACT_TEXT };
}

const REQUEST = { matrix: 'matrix', contract: CONTRACT };
const COUNTS = { missing: 1, unsupported: 0, intentionally_unsupported: 2, wrapper_only: 0 };
const ROWS = [
  rowOf('oven', { counts: COUNTS, promotion: 'latest_supported' }),
  rowOf('oven', { target: 'macos' }),
];

async function build(files: Record<string, string>) {
  const site = await buildSite(memoryPorts({ files }), REQUEST);
  if (site.ok) return site.value;
  return {
    outcome: site.outcome,
    findings: site.findings.map(({ id, file, path }) => [id, file, path ?? '']),
  };
}

describe('buildSite', () => {
  it('publishes the JSON as it is and renders it, everything escaped', async () => {
    const files = withContract(ROWS, ['oven']);
    const site = await build(files);
    expectGoldenDirectory(join(__dirname, '../fixtures/site'), site as never);
    expect(site).toContainEqual({ path: 'tools/oven/history.json', text: files['libs/oven/history.json'] });
  });

  it('gives the same bytes again', async () => {
    expect(await build(withContract(ROWS, ['oven']))).toEqual(await build(withContract(ROWS, ['oven'])));
  });

  it.each(['SUPPORT.json', 'support-matrix.json'])('cannot do without %s', async (name) => {
    const { [`matrix/${name}`]: _, ...files } = withContract(ROWS, ['oven']);
    expect(await build(files)).toEqual({
      outcome: 'environment',
      findings: [['report/missing-matrix', `matrix/${name}`, '']],
    });
  });

  it('names every tool of the matrix that has no history', async () => {
    const { 'libs/shop/history.json': _, ...files } = withContract(
      [rowOf('oven'), rowOf('shop'), rowOf('nobody'), rowOf('shop')],
      ['oven', 'shop'],
    );
    expect(await build(files)).toEqual({
      outcome: 'drift',
      findings: [
        ['report/tool-without-history', 'libs/shop/history.json', ''],
        ['report/tool-without-history', 'matrix/history.json', ''],
      ],
    });
  });

  it('refuses a name that would not be the same in an address', async () => {
    expect(await build(withContract(ROWS, ['../up']))).toEqual({
      outcome: 'usage',
      findings: [['report/tool-name', 'matrix/SUPPORT.json', '']],
    });
  });

  it.each([
    ['no JSON', '{', [['report/invalid-json', 'libs/oven/history.json', '']]],
    [
      'a key that the contract lacks',
      json({ ...HISTORY, versions: [{ ...HISTORY.versions[0], mood: 'good' }] }),
      [['report/not-in-contract', 'libs/oven/history.json', '/versions/0/mood']],
    ],
    [
      'less than the contract says',
      json({ ...HISTORY, units: undefined }),
      [['report/not-in-contract', 'libs/oven/history.json', '']],
    ],
  ])('publishes nothing that is not in the contract: %s', async (_name, text, findings) => {
    const files = { ...withContract(ROWS, ['oven']), 'libs/oven/history.json': text };
    expect(await build(files)).toEqual({ outcome: 'drift', findings });
  });

  it.each([
    ['that is absent', {}, 'usage'],
    [
      'that has no such operation',
      { [CONTRACT]: json({ openapi: '3.1.0', info: { title: 'x', version: '1' }, paths: {} }) },
      'drift',
    ],
  ])('says so of a contract %s', async (_name, contract, outcome) => {
    const { [CONTRACT]: _, ...files } = withContract(ROWS, ['oven']);
    expect(await build({ ...files, ...contract })).toMatchObject({ outcome, findings: expect.any(Array) });
  });
});
