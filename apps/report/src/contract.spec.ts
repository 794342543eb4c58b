import { createPorts } from '@fixpoint/workspace-io';
import { buildSite } from './build-site';
import { checkPublished } from './check-published';
import { readSources, type Published } from './read-sources';
import { CONTRACT, WORKSPACE } from './testing/sample';

const MATRIX = 'docs/support_matrix';
const ports = createPorts({ root: WORKSPACE });
const HISTORY = /^tools\/codex\/history\.json$/;

async function published(): Promise<readonly Published[]> {
  const sources = await readSources(ports, MATRIX);
  if (!sources.ok) throw new Error(JSON.stringify(sources.findings));
  return sources.value.published;
}

/** What the contract says of the committed files when one of them is changed. */
async function findingsAfter(path: RegExp, change: (value: never) => void) {
  const files = (await published()).map((file) => {
    if (!path.test(file.path)) return file;
    const value = JSON.parse(file.text) as never;
    change(value);
    return { ...file, text: JSON.stringify(value) };
  });
  const { findings } = await checkPublished(ports, CONTRACT, files);
  return findings.map(({ id, file, path: at }) => [id, file, at]);
}

describe('the committed JSON of this repository', () => {
  it('is a site: every file as the contract says, a page for every tool', async () => {
    const site = await buildSite(ports, { matrix: MATRIX, contract: CONTRACT });
    expect(site.findings).toEqual([]);
    const paths = site.ok ? site.value.map(({ path }) => path) : [];
    const tools = ['claude-code', 'codex', 'gemini-cli', 'gh', 'opencode'];
    expect(paths).toEqual([
      'support-matrix.json',
      ...tools.map((tool) => `tools/${tool}/history.json`),
      'index.html',
      ...tools.map((tool) => `tools/${tool}.html`),
    ]);
  });

  it('may have no key that the contract lacks', async () => {
    const rows = (value: { rows: { counts?: object }[] }) =>
      Object.assign(value.rows[0] as object, { mood: 1 });
    expect(await findingsAfter(/^support-matrix/, rows)).toEqual([
      ['report/not-in-contract', `${MATRIX}/support-matrix.json`, '/rows/0/mood'],
    ]);
    const bump = (value: { versions: { since: { bump: object } }[] }) =>
      Object.assign(value.versions[1]?.since.bump as object, { mood: 1 });
    expect(await findingsAfter(HISTORY, bump)).toEqual([
      ['report/not-in-contract', 'libs/codex/cli_manifest/history.json', '/versions/1/since/bump/mood'],
    ]);
  });

  it('may lack none that the contract requires', async () => {
    const first = (value: { units: { first_seen?: string }[] }) => delete value.units[0]?.first_seen;
    expect(await findingsAfter(HISTORY, first)).toEqual([
      ['report/not-in-contract', 'libs/codex/cli_manifest/history.json', '/units/0'],
    ]);
  });
});
