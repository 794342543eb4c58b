import { memoryPorts } from '@fixpoint/testkit';
import { workflowsDerivation } from './workflows';

describe('workflowsDerivation', () => {
  const derivation = workflowsDerivation((roots) => [
    { path: '.github/workflows/fixpoint-a.yml', text: roots.join() },
  ]);
  const collect = (files: Record<string, string>) =>
    derivation.collect(memoryPorts({ files }), {}, { check: true });

  it('writes for every tool, of both layouts', async () => {
    const roots = await collect({
      'libs/a/cli_manifest/RULES.json': '',
      'cli_manifests/b/RULES.json': '',
      'libs/c/fixtures/cli_manifest/RULES.json': '',
      'RULES.json': '',
    });
    expect(roots.ok && derivation.derive(roots.value, {})).toMatchObject({
      value: [{ text: 'cli_manifests/b,libs/a/cli_manifest' }],
    });
  });

  it('calls a repository without tools an error, and names the target that writes', async () => {
    expect(await collect({})).toMatchObject({ ok: false, findings: [{ id: 'workflows/no-tools' }] });
    expect(derivation.fix('.')).toBe('npx nx run workspace:workflows');
  });
});
