import { ToolError } from '@fixpoint/model';
import { memoryPorts, type MemoryWorld } from '@fixpoint/testkit';
import { toJsonText } from '@fixpoint/surface-formats';
import { cleanFiles, placesOf } from '../test-support/sample-root';
import { MATRIX, REGISTRY } from '../test-support/sample-documents';
import { collectRoot } from './collect-root';

const ROOT = '/w/cli/tool';
const collect = (world: MemoryWorld) => collectRoot(memoryPorts({ root: ROOT, ...world }), 'cli/tool');

/** A workspace on disk: the root again, as the package port sees it. */
function workspaceFiles(changes: Readonly<Record<string, string | undefined>> = {}) {
  const root = Object.entries(cleanFiles()).map(([path, text]) => [`${ROOT}/${path}`, text] as const);
  const all = {
    ...Object.fromEntries(root),
    '/w/Cargo.toml': '[workspace]\n',
    '/w/cli_manifests/support_matrix/current.json': toJsonText(MATRIX),
    '/w/crates/xtask/data/agent_registry.toml': REGISTRY,
    ...changes,
  };
  const present = Object.entries(all).filter(([, text]) => text !== undefined);
  return Object.fromEntries(present) as Record<string, string>;
}

function without(files: Readonly<Record<string, string>>, path: string): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
}

describe('collectRoot', () => {
  it('reads what the rules make relevant, and nothing else', async () => {
    const files = {
      ...cleanFiles(),
      'snapshots/0.9.0/union.json': '{}',
      'raw_help/x.txt': 'x',
      'README.md': '',
    };
    const view = await collect({ files });
    const present = [...view.files].filter(([, { kind }]) => kind === 'present').map(([path]) => path);
    expect(present.sort()).toEqual(Object.keys(cleanFiles()).sort());
    expect(view.workspace).toBeUndefined();
    expect(placesOf(view)).toEqual([]);
  });

  it('stops at rules that cannot be followed', async () => {
    const view = await collect({ files: { ...cleanFiles(), 'RULES.json': '{}' } });
    expect(view.files.size).toBe(5);
  });

  it('takes what a port refuses for a state of that place', async () => {
    const ports = memoryPorts({ root: ROOT, files: cleanFiles() });
    const refusing = {
      ...ports,
      files: {
        ...ports.files,
        readBytes: async (path: string) => {
          if (!path.startsWith('pointers/latest_supported')) return ports.files.readBytes(path);
          throw new ToolError(`cannot read ${path}: permission denied`, { file: path });
        },
        list: async () => {
          throw new ToolError('cannot list versions: permission denied', { file: 'versions' });
        },
      },
    };
    const view = await collectRoot(refusing, 'cli/tool');
    expect(view.files.get('pointers/latest_supported/mac.txt')).toEqual({
      kind: 'unreadable',
      reason: 'permission denied',
    });
    expect(placesOf(view)).toEqual([
      ['POINTER_UNREADABLE', 'pointers/latest_supported/linux.txt'],
      ['POINTER_UNREADABLE', 'pointers/latest_supported/mac.txt'],
      ['VERSIONS_DIR_UNREADABLE', 'versions'],
    ]);
  });

  it('never hides a defect behind a state', async () => {
    const ports = memoryPorts({ root: ROOT, files: cleanFiles() });
    const broken = { ...ports.files, readBytes: () => Promise.reject(new TypeError('defect')) };
    await expect(collectRoot({ ...ports, files: broken }, '')).rejects.toThrow('defect');
  });

  it('tells an absent directory of versions from a file in its place', async () => {
    const files = without(cleanFiles(), 'versions/1.2.0.json');
    expect(placesOf(await collect({ files }))).toEqual([['VERSION_METADATA_MISSING', 'versions/1.2.0.json']]);
    const view = await collect({ files: { ...files, versions: '' } });
    expect(view.directories.get('versions')).toEqual({ kind: 'unreadable', reason: 'it is no directory' });
  });

  it('reads files that a union names outside of the root as unreadable', async () => {
    const union = toJsonText({ inputs: [{ target_triple: '../../../secret' }] });
    const view = await collect({ files: { ...cleanFiles(), 'snapshots/1.2.0/union.json': union } });
    expect(view.files.get('snapshots/1.2.0/../../../secret.json')?.kind).toBe('unreadable');
  });
});

describe('the workspace around a root', () => {
  it('is the first directory upwards whose Cargo.toml declares one', async () => {
    const packageFiles = workspaceFiles({ '/w/cli/Cargo.toml': '[package]\nname = "x"\n' });
    const view = await collect({ files: cleanFiles(), packageFiles });
    expect(view.workspace?.rootPath).toBe('cli/tool');
    expect(placesOf(view)).toEqual([]);
  });

  it('may be the root itself, or the top of the file system', async () => {
    const matrix = ['SUPPORT_MATRIX_ARTIFACT_MISSING', 'cli_manifests/support_matrix/current.json'];
    for (const directory of [`${ROOT}/`, '/']) {
      const packageFiles = { [`${directory}Cargo.toml`]: '[workspace]' };
      expect(placesOf(await collect({ files: cleanFiles(), packageFiles }))).toEqual([matrix]);
    }
  });

  it('has roots whose versions are missing or empty', async () => {
    const emptied = { [`${ROOT}/versions/1.2.0.json`]: undefined };
    const codes = async (changes: Record<string, string | undefined>) =>
      placesOf(await collect({ files: cleanFiles(), packageFiles: workspaceFiles(changes) })).map(
        ([code]) => code,
      );
    expect(await codes(emptied)).toContain('SUPPORT_MATRIX_ROOT_READ_ERROR');
    expect(await codes({ ...emptied, [`${ROOT}/versions/.gitkeep`]: '' })).toEqual(
      Array(2).fill('SUPPORT_MATRIX_ROW_UNEXPECTED'),
    );
  });

  it('has roots that lie outside, which are never read', async () => {
    const registry = REGISTRY.replace('"cli/tool"', '"../tool"');
    const packageFiles = workspaceFiles({ '/w/crates/xtask/data/agent_registry.toml': registry });
    const view = await collect({ files: cleanFiles(), packageFiles });
    expect(view.workspace?.files.get('../tool/current.json')).toMatchObject({ kind: 'unreadable' });
    expect(placesOf(view)[0]?.[0]).toBe('SUPPORT_MATRIX_ROOT_READ_ERROR');
  });
});
