import { createHash } from 'node:crypto';
import type { Finding, Result, Scope } from '@fixpoint/model';
import { hashedHelpPage, type Manifest, type Snapshot, type Union } from '@fixpoint/surface-formats';
import { memoryPorts } from '@fixpoint/testkit';
import { snapshotText } from '../validate-snapshot';
import { LINUX, MAC, manifestOf, snapshotOf } from './testing';
import { unionDerivation } from './union-derivation';

interface World {
  readonly manifest?: Manifest;
  readonly env?: Readonly<Record<string, string>>;
  readonly scope?: Partial<Scope>;
}

async function derive(
  files: Readonly<Record<string, string>>,
  { manifest = manifestOf(2), env, scope }: World = {},
) {
  const ports = memoryPorts({ files, env });
  const facts = await unionDerivation.collect(ports, manifest, { check: false, ...scope });
  return facts.ok ? unionDerivation.derive(facts.value, manifest) : facts;
}

function ids(result: Result<unknown> | { readonly findings: readonly Finding[] }): string[] {
  return result.findings.map(({ id }) => id);
}

const file = (target: string, version = '1.0.0') => `snapshots/${version}/${target}.json`;
const LINUX_SNAPSHOT = snapshotOf(LINUX, [{ path: [], about: 'a' }]);
const MAC_SNAPSHOT = snapshotOf(MAC, [{ path: [], about: 'b' }]);
const FILES = { [file(LINUX)]: snapshotText(LINUX_SNAPSHOT), [file(MAC)]: snapshotText(MAC_SNAPSHOT) };

function ofVersion(snapshot: Snapshot, semantic_version: string): Snapshot {
  return { ...snapshot, binary: { ...snapshot.binary, semantic_version } };
}

describe('unionDerivation', () => {
  it('derives one union per version, sorted by path', async () => {
    const files = { [file(LINUX, '0.9.0')]: snapshotText(ofVersion(LINUX_SNAPSHOT, '0.9.0')), ...FILES };
    const derived = await derive(files);
    expect(derived.ok && derived.value.map(({ path }) => path)).toEqual([
      'snapshots/0.9.0/union.json',
      'snapshots/1.0.0/union.json',
    ]);
  });

  it('derives the asked version only, and owns only its union', async () => {
    const files = { [file(LINUX, '0.9.0')]: 'broken', ...FILES };
    const derived = await derive(files, { scope: { version: '1.0.0' } });
    expect(derived.ok && derived.value).toHaveLength(1);
    const scope = { version: '1.0.0', check: true };
    expect(unionDerivation.owns(manifestOf(2), scope)).toEqual(['snapshots/1.0.0/union.json']);
    expect(unionDerivation.owns(manifestOf(2), { check: true })).toEqual(['snapshots/*/union.json']);
  });

  it('leaves a directory with nothing but a union to be told as an orphan', async () => {
    const derived = await derive({ ...FILES, 'snapshots/0.1.0/union.json': '{}' });
    expect(derived.ok && derived.value).toHaveLength(1);
  });

  it('does not depend on captured help pages, which are not committed', async () => {
    const page = { [`raw_help/1.0.0/${LINUX}/help.txt`]: 'page' };
    expect(await derive({ ...FILES, ...page })).toEqual(await derive(FILES));
  });

  it('does not depend on the environment, the committed union or the ending', async () => {
    const env = { SOURCE_DATE_EPOCH: '0' };
    const committed = { 'snapshots/1.0.0/union.json': '{"collected_at": "2001-01-01T00:00:00Z"}' };
    const check = { scope: { check: true } };
    expect(await derive({ ...FILES, ...committed }, { env, ...check })).toEqual(await derive(FILES));
  });

  it('gives a command that repairs it', () => {
    expect(unionDerivation.fix('libs/my tool', '1.0.0')).toBe(
      "fixpoint union --root 'libs/my tool' --version 1.0.0",
    );
    expect(unionDerivation.fix('x')).toBe('fixpoint union --root x');
  });

  it('tells every snapshot that cannot be read, of all versions, with the place', async () => {
    const files = {
      [file(LINUX)]: FILES[file(LINUX)]?.slice(0, 60) ?? '',
      [file(MAC)]: snapshotText({ ...MAC_SNAPSHOT, tool: 7 as unknown as string }),
      [file(LINUX, '0.9.0')]: '',
    };
    const result = await derive(files);
    expect(result.findings).toEqual([
      expect.objectContaining({
        id: 'snapshot/invalid-json',
        file: file(LINUX, '0.9.0'),
        position: { line: 1, column: 1 },
      }),
      expect.objectContaining({
        id: 'snapshot/shape',
        file: file(MAC),
        path: '/tool',
        position: { line: 3, column: 3 },
      }),
      expect.objectContaining({
        id: 'snapshot/invalid-json',
        file: file(LINUX),
        position: { line: 4, column: 3 },
      }),
    ]);
  });

  it('tells what cannot be merged, of all versions', async () => {
    const files = {
      [file(MAC, '0.9.0')]: snapshotText(MAC_SNAPSHOT),
      [file(LINUX)]: snapshotText(MAC_SNAPSHOT),
    };
    expect(ids(await derive(files)).sort()).toEqual([
      'union/mixed-versions',
      'union/required-target-missing',
      'union/target-mismatch',
    ]);
  });

  it.each([
    [undefined, 'snapshots', 'fixpoint snapshot --root cli_manifests/demo'],
    ['2.0.0', 'snapshots/2.0.0', 'fixpoint snapshot --root cli_manifests/demo --version 2.0.0'],
  ])('tells that there is nothing to merge (version %s)', async (version, place, fix) => {
    const files = version === undefined ? {} : FILES;
    expect((await derive(files, { scope: { version } })).findings).toEqual([
      expect.objectContaining({ id: 'union/no-snapshots', file: place, fix }),
    ]);
  });

  it.each(['../1.0.0', '*', '1.0.0/..', '', '{a,b}', '.hidden'])(
    'refuses %s for a version',
    async (version) => {
      expect(ids(await derive(FILES, { scope: { version } }))).toEqual(['usage/version']);
    },
  );

  it('passes the remarks of a merge on', async () => {
    const probe = { dialect: 'clap', help_form: 'flag', columns: 100, pages: 1, failures: [] } as const;
    const derived = await derive({ ...FILES, [file(MAC)]: snapshotText({ ...MAC_SNAPSHOT, probe }) });
    expect(derived.ok).toBe(true);
    expect(ids(derived)).toEqual(['union/different-probes']);
  });

  it('remarks on files that no target claims', async () => {
    const ports = memoryPorts({ files: { ...FILES, 'snapshots/1.0.0/riscv.json': 'anything' } });
    const facts = await unionDerivation.collect(ports, manifestOf(2), { check: true });
    expect(facts.ok).toBe(true);
    expect(facts.findings).toEqual([
      expect.objectContaining({ id: 'union/unexpected-target', severity: 'warning', actual: 'riscv' }),
    ]);
  });
});

describe('unionDerivation, rules version 1', () => {
  const manifest = manifestOf(1);
  const unionOf = async (files: Readonly<Record<string, string>>, world: World = {}): Promise<Union> => {
    const derived = await derive(files, { manifest, ...world });
    if (!derived.ok) throw new Error(JSON.stringify(derived.findings));
    return JSON.parse(derived.value[0]?.text ?? '') as Union;
  };

  it('takes the time from SOURCE_DATE_EPOCH, else from its newest input', async () => {
    const env = { SOURCE_DATE_EPOCH: '60' };
    expect((await unionOf(FILES, { env })).collected_at).toBe('1970-01-01T00:01:00Z');
    expect((await unionOf(FILES)).collected_at).toBe('2024-01-01T00:00:00Z');
  });

  it('keeps the committed time while nothing else changes, whatever the environment says to a check', async () => {
    const env = { SOURCE_DATE_EPOCH: '60' };
    const first = await derive(FILES, { manifest, env });
    const committed = { 'snapshots/1.0.0/union.json': (first.ok && first.value[0]?.text) || '' };
    expect(await derive({ ...FILES, ...committed }, { manifest })).toEqual(first);
    const later = { env: { SOURCE_DATE_EPOCH: '120' }, scope: { check: true } };
    expect(await derive({ ...FILES, ...committed }, { manifest, ...later })).toEqual(first);
    const changed = {
      ...committed,
      [file(LINUX)]: snapshotText({ ...LINUX_SNAPSHOT, known_omissions: ['x'] }),
    };
    expect((await unionOf({ ...FILES, ...changed })).collected_at).toBe('2024-01-01T00:00:00Z');
  });

  it('takes evidence from captured pages, in either layout', async () => {
    const texts = ['nested', 'hashed'];
    const pages = {
      [`raw_help/1.0.0/${LINUX}/commands/x/y/help.txt`]: 'nested',
      [`raw_help/1.0.0/${MAC}/${hashedHelpPage(['x', 'y'])}`]: 'hashed',
      [`raw_help/0.9.0/${MAC}/commands/x/y/help.txt`]: 'another version',
    };
    const snapshot = (target: string) =>
      snapshotText(snapshotOf(target, [{ path: ['x', 'y'], about: target }]));
    const union = await unionOf({ [file(LINUX)]: snapshot(LINUX), [file(MAC)]: snapshot(MAC), ...pages });
    const [linux, mac] = texts.map((text) => createHash('sha256').update(text).digest('hex'));
    expect(union.commands[0]?.conflicts?.[0]?.evidence).toEqual({
      help_ref_by_target: {
        [LINUX]: `raw_help/1.0.0/${LINUX}/commands/x/y/help.txt`,
        [MAC]: `raw_help/1.0.0/${MAC}/${hashedHelpPage(['x', 'y'])}`,
      },
      help_sha256_by_target: { [LINUX]: linux, [MAC]: mac },
    });
  });

  it('tells an unsupported marker once, however many versions there are', async () => {
    const files = { ...FILES, [file(LINUX, '0.9.0')]: snapshotText(LINUX_SNAPSHOT) };
    const raw = { sorting: { ...(manifest.raw['sorting'] as object), args: 'by_position' } };
    expect(ids(await derive(files, { manifest: { ...manifest, raw } }))).toEqual(['config/unsupported-rule']);
  });

  it('ignores files that no target claims', async () => {
    const ports = memoryPorts({ files: { ...FILES, 'snapshots/1.0.0/riscv.json': 'anything' } });
    expect((await unionDerivation.collect(ports, manifest, { check: true })).findings).toEqual([]);
  });
});
