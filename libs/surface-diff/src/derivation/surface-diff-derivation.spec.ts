import type { Manifest, SurfaceDiff, SurfaceHistory } from '@fixpoint/surface-formats';
import { inputsOf, LINUX, MACOS, memoryPorts, TARGETS, unionOf, unionText } from '@fixpoint/testkit';
import type { Sketch } from '../testing/diff';
import { surfaceDiffDerivation } from './surface-diff-derivation';

const manifestOf = (rulesSchemaVersion: 1 | 2): Manifest =>
  ({
    rulesSchemaVersion,
    root: 'cli_manifests/tool',
    targets: { required: LINUX, expected: TARGETS, platforms: {} },
  }) as unknown as Manifest;
const MANIFEST = manifestOf(2);

const exec = (flags: NonNullable<Sketch[string]['flags']>): Sketch => ({
  '': { usage: 'tool', flags: ['--help'] },
  exec: { usage: 'tool exec', flags, folded_flags: ['--help'] },
});
const UNIONS: Readonly<Record<string, Sketch>> = {
  '0.9.0': exec(['--full-auto', '--old']),
  '0.10.0': exec([{ key: '--full-auto', hidden: true }]),
  '0.11.0-rc.1': exec([]),
  '0.11.0': exec(['--old']),
};

const filesOf = (unions = UNIONS): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unions).map(([version, sketch]) => [
      `snapshots/${version}/union.json`,
      unionText(unionOf(sketch)),
    ]),
  );

async function derive(
  files = filesOf(),
  { version, manifest = MANIFEST }: { version?: string; manifest?: Manifest } = {},
) {
  const scope = { check: false, version };
  const facts = await surfaceDiffDerivation.collect(memoryPorts({ files }), manifest, scope);
  if (!facts.ok) return { artifacts: [], findings: facts.findings, checked: [] };
  const derived = surfaceDiffDerivation.derive(facts.value, manifest);
  return {
    artifacts: derived.ok ? derived.value : [],
    findings: derived.findings,
    checked: surfaceDiffDerivation.check?.(facts.value, manifest) ?? [],
  };
}

const jsonOf = <T>(artifacts: readonly { path: string; text: string }[], path: string): T =>
  JSON.parse(artifacts.find((artifact) => artifact.path === path)?.text ?? 'null') as T;

describe('surfaceDiffDerivation', () => {
  it('compares each version with the one before it, in the order of versions [FP-DIFF-001]', async () => {
    const { artifacts, findings } = await derive();
    expect(findings).toEqual([]);
    expect(artifacts.map(({ path }) => path)).toEqual([
      'diffs/0.10.0.json',
      'diffs/0.11.0-rc.1.json',
      'diffs/0.11.0.json',
      'history.json',
      'history.md',
    ]);
    const diff = jsonOf<SurfaceDiff>(artifacts, 'diffs/0.10.0.json');
    expect([diff.from.version, diff.to.version]).toEqual(['0.9.0', '0.10.0']);
    expect(diff.summary).toEqual({ breaking: 1, additive: 0, cosmetic: 1 });
    expect(diff.bump).toEqual({ deserved: 'major', made: 'minor', sufficient: true });
  });

  it('follows every unit: first seen, hidden since, removed in, and what came back [FP-DIFF-005]', async () => {
    const { units } = jsonOf<SurfaceHistory>((await derive()).artifacts, 'history.json');
    expect(units).toEqual([
      { unit: 'command', path: [], first_seen: '0.9.0' },
      { unit: 'command', path: ['exec'], first_seen: '0.9.0' },
      { unit: 'flag', path: [], key: '--help', first_seen: '0.9.0' },
      {
        unit: 'flag',
        path: ['exec'],
        key: '--full-auto',
        first_seen: '0.9.0',
        hidden_since: '0.10.0',
        removed_in: '0.11.0-rc.1',
      },
      {
        unit: 'flag',
        path: ['exec'],
        key: '--old',
        first_seen: '0.9.0',
        life: [
          { version: '0.9.0', state: 'visible' },
          { version: '0.10.0', state: 'removed' },
          { version: '0.11.0', state: 'visible' },
        ],
      },
    ]);
  });

  it('writes the history as a page', async () => {
    const page = (await derive()).artifacts.find(({ path }) => path === 'history.md');
    expect(page?.text).toMatchInlineSnapshot(`
      "# History of the surface: tool-cli

      One row for each snapshotted version, compared with the row above it. A root flag that commands repeat counts once. “Deserved” is the part of the version number that the changes ask for, “made” the part that upstream raised; below 1.0.0 the leftmost number that is not zero counts as the major one.

      | version | commands | hidden | flags | hidden | arguments | breaking | additive | cosmetic | came | hid | went | deserved | made | enough |
      | --- | ---: | ---: | ---: | ---: | ---: | --- | --- | --- | --- | --- | --- | --- | --- | --- |
      | \`0.9.0\` | 2 | 0 | 3 | 0 | 0 | – | – | – | – | – | – | – | – | – |
      | \`0.10.0\` | 2 | 0 | 1 | 1 | 0 | 1 | 0 | 1 | 0 | 1 | 1 | major | minor | yes |
      | \`0.11.0-rc.1\` | 2 | 0 | 1 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 1 | major | minor | – |
      | \`0.11.0\` | 2 | 0 | 2 | 0 | 0 | 0 | 1 | 0 | 1 | 0 | 0 | minor | none | – |

      ## On the way out, and gone

      | unit | first seen | hidden since | removed in |
      | --- | --- | --- | --- |
      | flag \`exec --full-auto\` | 0.9.0 | 0.10.0 | 0.11.0-rc.1 |

      ## Came later

      Nothing.
      "
    `);
  });

  it('concludes nothing about targets that a version was not measured on [FP-DIFF-003]', async () => {
    const files = {
      'snapshots/1.0.0/union.json': unionText(
        unionOf({ app: { usage: 'tool app', available_on: [MACOS] }, run: { usage: 'tool run' } }),
      ),
      'snapshots/1.1.0/union.json': unionText(
        unionOf({ run: { usage: 'tool run', available_on: [LINUX] } }, { inputs: inputsOf([LINUX]) }),
      ),
    };
    const { artifacts } = await derive(files);
    const diff = jsonOf<SurfaceDiff>(artifacts, 'diffs/1.1.0.json');
    expect(diff.changes).toEqual([]);
    expect(diff.from.ignored_targets).toEqual(TARGETS.filter((target) => target !== LINUX));
    const { units } = jsonOf<SurfaceHistory>(artifacts, 'history.json');
    expect(units.map(({ removed_in: removed }) => removed)).toEqual([undefined, undefined]);
  });

  it('derives one diff when one version is wanted, and the history all the same', async () => {
    const { artifacts } = await derive(filesOf(), { version: '0.11.0' });
    expect(artifacts.map(({ path }) => path)).toEqual(['diffs/0.11.0.json', 'history.json', 'history.md']);
    const { findings } = await derive(filesOf(), { version: '3.0.0' });
    expect(findings).toMatchObject([{ id: 'surface-diff/unknown-version', actual: '3.0.0' }]);
  });

  it('tells every union that cannot be read, and derives nothing', async () => {
    const files = { ...filesOf(), 'snapshots/0.9.0/union.json': '{', 'snapshots/0.11.0/union.json': '{}' };
    const { artifacts, findings } = await derive(files);
    expect(artifacts).toEqual([]);
    expect(new Set(findings.map(({ file }) => file))).toEqual(
      new Set(['snapshots/0.9.0/union.json', 'snapshots/0.11.0/union.json']),
    );
  });

  it('warns of what the newest version does to the wrapper, and of nothing older', async () => {
    const coverage = (key: string) =>
      JSON.stringify({
        schema_version: 1,
        coverage: [{ path: ['exec'], level: 'explicit', flags: [{ key, level: 'explicit' }] }],
      });
    const unions = Object.fromEntries(Object.entries(UNIONS).slice(0, 3));
    const checkedWith = async (key: string) =>
      (await derive({ ...filesOf(unions), 'wrapper_coverage.json': coverage(key) })).checked;
    expect(await checkedWith('--full-auto')).toMatchObject([
      { id: 'surface-diff/hidden-flag-removed', severity: 'warning' },
    ]);
    expect(await checkedWith('--old')).toEqual([]);
  });

  it('has nothing to do for a root of version 1, and owns nothing there', async () => {
    const manifest = manifestOf(1);
    expect(await derive(filesOf(), { manifest })).toEqual({ artifacts: [], findings: [], checked: [] });
    expect(surfaceDiffDerivation.owns(manifest, { check: true })).toEqual([]);
    expect(surfaceDiffDerivation.allowsEmpty?.(manifest, { check: false })).toBe(true);
    expect(surfaceDiffDerivation.allowsEmpty?.(MANIFEST, { check: false })).toBe(false);
  });
});
