import { CLIENT, CONTRACT, MANIFEST, OTHER, OTHER_TYPES, TYPES, writeShop } from '../workspace/shop';
import type { E2eWorkspace, NxRun } from '../workspace/e2e-workspace';
import { packedPlugin } from '../workspace/tarball';

const VALIDATE = ['run-many', '-t', 'validate'];
const REGENERATE = 'npx nx run shop-client:regen-openapi';
const DELETE_ITEM = /^ {2}\/items\/\{id\}:\n(?: {4}.*\n)+/m;

/** Adopts contracts with types, a client and a consumer of it, and commits what is derived. */
export function adoptingContracts(workspace: E2eWorkspace): void {
  it('asks for the generator that is not installed, and names the command that installs it [FP-OAPI-003]', async () => {
    await workspace.nx(['add', `@fixpoint/nx@file:${packedPlugin()}`]);
    writeShop(workspace);
    const { code, output } = await workspace.nx(['run', 'shop-client:regen-openapi']);
    expect(code).toBe(1);
    const [, command] = /^\s*fix: (npm install .*)$/m.exec(output) ?? [];
    expect({ command, output }).toMatchObject({ command: expect.stringContaining('openapi-typescript') });
    expect(workspace.exists(TYPES)).toBe(false);
    const installed = await workspace.paste(`${command} && npm install --save-dev typescript@5.9`);
    expect(installed).toMatchObject({ code: 0 });
  });

  it('writes types and client, which compile strictly together with their consumer', async () => {
    const { code, output, tasks } = await workspace.nx(['run-many', '-t', 'regen-openapi']);
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(tasks).toEqual({ 'shop-client:regen-openapi': 'ran', 'stock:regen-openapi': 'ran' });
    for (const file of [TYPES, CLIENT, MANIFEST, OTHER_TYPES]) expect(workspace.exists(file)).toBe(true);
    expect(await workspace.paste('npx tsc -p tsconfig.json')).toEqual({ code: 0, output: '' });
    workspace.repo.commit('Derive');
  });

  it('is clean, and answered from the cache from then on [FP-NX-011]', async () => {
    const first = await workspace.nx(VALIDATE);
    expect(first).toMatchObject({ code: 0 });
    const { tasks } = await workspace.nx(VALIDATE);
    expect(tasks).toEqual({ 'shop-client:validate': 'hit', 'stock:validate': 'hit' });
  });
}

/** Breaks contracts and what is derived from them in the ways that happen. */
export function breakingContracts(workspace: E2eWorkspace): void {
  const validate = (): Promise<NxRun> => workspace.nx(VALIDATE);

  it('a change of the document: file, line, and a command that brings what follows', async () => {
    workspace.edit(
      CONTRACT,
      '        name:\n          type: string',
      '        name:\n          type: number',
    );
    const { code, output, tasks } = await validate();
    expect(code).toBe(1);
    expect(tasks).toEqual({ 'shop-client:validate': 'failed', 'stock:validate': 'hit' });
    expect(output).toContain(`${TYPES}\n`);
    expect(output).toMatch(/^ +\d+:\d+ error /m);
    expect(output).toMatch(/^\s*fix: npx nx run shop-client:regen-openapi$/m);
    // The pact still has a name that is a string.
    expect(output).toContain('provider-verify/response-body');
    expect((await workspace.paste(REGENERATE)).code).toBe(0);
    workspace.edit('libs/shop-contract/pacts/window.json', '"bread"', '1');
    expect(await validate()).toMatchObject({ code: 0 });
  });

  it('an operation that is gone: its function is stale, and the pact of it leads nowhere', async () => {
    workspace.write(CONTRACT, workspace.read(CONTRACT).replace(DELETE_ITEM, ''));
    const { code, output } = await validate();
    expect(code).toBe(1);
    expect(output).toContain(`${CLIENT}\n`);
    expect(output).toContain('provider-verify/unknown-path');
    expect((await workspace.paste(REGENERATE)).code).toBe(0);
    expect(workspace.read(CLIENT)).not.toContain('deleteItem');
  });

  it('an output that nothing gives any more: an orphan, which regenerating removes', async () => {
    const redocly = 'libs/shop-client/redocly.yaml';
    workspace.edit(redocly, '      client: src/shop.client.ts\n', '      {}\n');
    const { code, output } = await validate();
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('artifact-orphan') });
    expect((await workspace.paste(REGENERATE)).code).toBe(0);
    expect(workspace.exists(CLIENT)).toBe(false);
  });

  it('a document that is not YAML: its place, and the other project is validated all the same', async () => {
    workspace.edit(CONTRACT, '  title: Shop', '  title: [Shop');
    workspace.edit(OTHER, 'How many there are', 'How many');
    const { code, output, tasks } = await validate();
    expect({ code, tasks }).toEqual({
      code: 1,
      tasks: { 'shop-client:validate': 'failed', 'stock:validate': 'failed' },
    });
    expect(output).toMatch(/shop-contract\/openapi\.yaml\n +\d+:\d+ error .*is not YAML/);
    expect(output).toContain(`${OTHER_TYPES}\n`);
    expect(output).not.toMatch(/^\s+at .*\.js:\d+/m);
    const regenerated = await workspace.nx(['run-many', '-t', 'regen-openapi']);
    expect(regenerated.tasks).toEqual({
      'shop-client:regen-openapi': 'failed',
      'stock:regen-openapi': 'ran',
    });
    expect(workspace.repo.git('diff', '--name-only').split('\n').sort()).toEqual([
      CONTRACT,
      'libs/stock/contracts.generated.json',
      OTHER,
      OTHER_TYPES,
    ]);
  });

  it('a client that was edited by hand', async () => {
    workspace.edit(CLIENT, 'deleteItem', 'removeItem');
    const { code, output } = await validate();
    expect(code).toBe(1);
    expect(output).toContain(`${CLIENT}\n`);
    expect(output).toMatch(/-.*removeItem/);
    expect((await workspace.paste(REGENERATE)).code).toBe(0);
    expect(workspace.repo.git('status', '--short')).toBe('');
  });

  it('affects the contract, its client and the consumer of that, and nothing else [FP-NX-014]', async () => {
    workspace.edit(CONTRACT, 'All of them', 'All of the items');
    const { output } = await workspace.nx(['show', 'projects', '--affected', '--uncommitted']);
    expect(output.trim().split('\n').sort()).toEqual(['shop-client', 'shop-contract', 'window']);
  });

  it('never by deriving elsewhere, in another time zone or language [FP-DET-002]', async () => {
    const { code, output } = await workspace.paste('npx fixpoint prove --root libs/shop-client --runs 2');
    expect({ code, output }).toMatchObject({ code: 0 });
  });
}
