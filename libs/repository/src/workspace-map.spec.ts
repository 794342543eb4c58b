import { memoryPorts } from '@fixpoint/testkit';
import { workspaceMapDerivation } from './workspace-map';

async function derive(files: Record<string, string>) {
  const collected = await workspaceMapDerivation.collect(memoryPorts({ files }), {}, { check: true });
  return collected.ok ? workspaceMapDerivation.derive(collected.value, {}) : collected;
}

const project = (name: string): string => JSON.stringify({ name });

describe('workspaceMapDerivation', () => {
  it('maps names to roots, sorted by name, markers without project file included', async () => {
    const result = await derive({
      'libs/zebra/project.json': project('zebra'),
      'apps/ant/project.json': project('ant'),
      'cli_manifests/gh/RULES.json': '{}',
      'cli_manifests/named/RULES.json': '{}',
      'cli_manifests/named/project.json': project('other'),
    });
    expect(result.ok && JSON.parse(result.value[0]?.text ?? '')).toEqual({
      version: 2,
      projects: {
        ant: 'apps/ant',
        gh: 'cli_manifests/gh',
        other: 'cli_manifests/named',
        zebra: 'libs/zebra',
      },
    });
    expect(result.ok && result.value[0]?.text.indexOf('"ant"')).toBeLessThan(
      (result.ok && result.value[0]?.text.indexOf('"zebra"')) || 0,
    );
  });

  it('names every project file that has no name', async () => {
    const result = await derive({
      'a/project.json': '{}',
      'b/project.json': '{ cut',
      'c/project.json': project('c'),
    });
    expect(result).toMatchObject({
      ok: false,
      findings: [
        { id: 'workspace-map/unnamed-project', file: 'a/project.json' },
        { id: 'workspace-map/unnamed-project', file: 'b/project.json' },
      ],
    });
  });

  it('refuses two projects of one name', async () => {
    const result = await derive({ 'a/project.json': project('x'), 'b/project.json': project('x') });
    expect(result).toMatchObject({
      ok: false,
      findings: [{ id: 'workspace-map/duplicate-name', file: 'b/project.json' }],
    });
  });

  it('calls an empty workspace an error', async () => {
    expect(await derive({})).toMatchObject({ ok: false, findings: [{ id: 'workspace-map/no-projects' }] });
  });

  it('owns one file and names the target that writes it', () => {
    expect(workspaceMapDerivation.owns({}, { check: true })).toEqual(['workspace.json']);
    expect(workspaceMapDerivation.fix('.')).toBe('npx nx run workspace:workspace-map');
  });
});
