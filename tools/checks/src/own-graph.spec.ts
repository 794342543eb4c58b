import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProjectGraph } from '@nx/devkit';

const WORKSPACE = join(__dirname, '../../..');
// Of all tests together: what Nx found out in the first one makes the others fast.
let directory = '';
beforeAll(() => (directory = mkdtempSync(join(tmpdir(), 'fixpoint-graph-'))));
afterAll(() => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }));

/** Runs Nx on this workspace, with a state of its own: the run that this test is part of uses the usual one. */
function nx(...args: readonly string[]): string {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:NX_|JEST_|TS_NODE_|NODE_ENV$|FORCE_COLOR$)/.test(name),
  );
  const env = {
    ...Object.fromEntries(inherited),
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NO_COLOR: '1',
    NX_CACHE_DIRECTORY: join(directory, 'cache'),
    NX_WORKSPACE_DATA_DIRECTORY: join(directory, 'data'),
  };
  const program = join(WORKSPACE, 'node_modules/nx/dist/bin/nx.js');
  return execFileSync(process.execPath, [program, ...args], { cwd: WORKSPACE, env, encoding: 'utf8' });
}

function affectedBy(file: string): string[] {
  const output = nx('show', 'projects', '--affected', `--files=${file}`, '--json');
  const names = JSON.parse(output.slice(output.indexOf('['))) as string[];
  // Its format check reads every file of the workspace.
  return names.filter((name) => name !== 'checks').sort();
}

describe('the graph of this workspace', () => {
  it('leads from what is derived to what it follows from', () => {
    const file = join(directory, 'graph.json');
    nx('graph', `--file=${file}`);
    const { graph } = JSON.parse(readFileSync(file, 'utf8')) as { graph: ProjectGraph };
    const edges = (source: string) => graph.dependencies[source]?.map(({ target }) => target) ?? [];
    expect(edges('report')).toEqual(expect.arrayContaining(['report-client', 'report-contract']));
    expect(edges('report-client')).toEqual(['report-contract']);
    expect(edges('report-contract')).toEqual([]);
    expect(edges('codex')).toContain('codex-sdk');
    expect(edges('docs')).toEqual(['specs']);
    expect(edges('engine')).toContain('specs');
  });

  it('makes exactly the dependents of a document affected', () => {
    // The README links to the document.
    expect(affectedBy('libs/report-contract/openapi.yaml')).toEqual([
      'docs',
      'report',
      'report-client',
      'report-contract',
    ]);
  });

  it('makes the site affected by the history of a tool, and no contract', () => {
    expect(affectedBy('libs/codex/cli_manifest/history.json')).toEqual(['codex', 'report', 'support_matrix']);
  });
});
