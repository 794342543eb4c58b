import type { Finding } from '@fixpoint/model';
import { toJsonText, type Manifest } from '@fixpoint/surface-formats';
import { memoryPorts } from '@fixpoint/testkit';
import { consistencyDerivation } from './consistency-derivation';

const TIME = '2026-01-01T00:00:00Z';
const SHA = 'a'.repeat(64);

/** A root with one version on two targets in which nothing is wrong. */
export function cleanRoot(): Record<string, string> {
  const binary = (target: string) => ({
    sha256: SHA,
    size_bytes: 7,
    platform: { os: 'linux', arch: 'x86_64' },
    target_triple: target,
    version_output: '1.0.0',
    semantic_version: '1.0.0',
  });
  const union = {
    snapshot_schema_version: 2,
    tool: 'ant',
    mode: 'union',
    collected_at: TIME,
    expected_targets: ['here', 'there'],
    complete: true,
    inputs: ['here', 'there'].map((target) => ({
      target_triple: target,
      collected_at: TIME,
      binary: binary(target),
    })),
    commands: [{ path: [], available_on: ['here', 'there'] }],
  };
  const report = (mode: string, targets: readonly string[], target?: string) => ({
    schema_version: 1,
    inputs: {
      upstream: { semantic_version: '1.0.0', mode: 'union', targets },
      wrapper: { schema_version: 1, wrapper_version: '3.0.0' },
      rules: { rules_schema_version: 2 },
    },
    platform_filter: { mode, ...(target && { target_triple: target }) },
    deltas: { missing_commands: [], missing_flags: [], missing_args: [] },
  });
  const both = ['here', 'there'];
  const files = {
    'snapshots/1.0.0/here.json': {},
    'snapshots/1.0.0/there.json': {},
    'snapshots/1.0.0/union.json': union,
    'current.json': union,
    'reports/1.0.0/coverage.any.json': report('any', both),
    'reports/1.0.0/coverage.all.json': report('all', both),
    'reports/1.0.0/coverage.here.json': report('exact_target', ['here'], 'here'),
    'wrapper_coverage.json': {
      schema_version: 1,
      wrapper_version: '3.0.0',
      coverage: [{ path: [], level: 'explicit' }],
    },
    'versions/1.0.0.json': {
      schema_version: 1,
      semantic_version: '1.0.0',
      status: 'validated',
      artifacts: { union_complete: true },
      coverage: { supported_targets: ['here'], supported_required_target: true },
      validation: { passed_targets: ['here'] },
    },
    'artifacts.lock.json': {
      lock_version: 1,
      artifacts: [
        {
          version: '1.0.0',
          target: 'here',
          source: 'npm',
          package: 'ant@1.0.0',
          archive: { sha256: SHA, size_bytes: 9 },
          binary: { sha256: SHA, size_bytes: 7, file: 'bin/ant' },
        },
      ],
    },
  };
  return {
    ...Object.fromEntries(Object.entries(files).map(([path, value]) => [path, toJsonText(value)])),
    'latest_validated.txt': '1.0.0\n',
    'min_supported.txt': '1.0.0\n',
    'pointers/latest_validated/here.txt': '1.0.0\n',
    'pointers/latest_supported/there.txt': 'none\n',
  };
}

const MANIFEST = {
  rulesSchemaVersion: 2,
  root: 'ant',
  targets: { required: 'here', expected: ['here', 'there'], platforms: {} },
  exclusions: [],
  raw: { rules_schema_version: 2 },
} as unknown as Manifest;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test may put anything anywhere
type Change = string | undefined | ((document: any) => void);

/** What the checks say of the clean root after changes: `id file [path]`. */
export async function findingsOf(changes: Readonly<Record<string, Change>>): Promise<string[]> {
  const files = cleanRoot();
  for (const [path, change] of Object.entries(changes)) {
    if (change === undefined) delete files[path];
    else if (typeof change === 'string') files[path] = change;
    else {
      const document = JSON.parse(files[path] ?? '{}') as unknown;
      change(document);
      files[path] = toJsonText(document);
    }
  }
  return (await checked(files)).map(({ id, file, path }) => [id, file, path].filter(Boolean).join(' '));
}

/** The findings of the checks over some files. */
export async function checked(
  files: Readonly<Record<string, string | Uint8Array>>,
  {
    targets,
    ...changes
  }: Partial<Omit<Manifest, 'targets'>> & { targets?: Partial<Manifest['targets']> } = {},
): Promise<readonly Finding[]> {
  const derivation = consistencyDerivation(() => []);
  const manifest = { ...MANIFEST, ...changes, targets: { ...MANIFEST.targets, ...targets } };
  const facts = await derivation.collect(memoryPorts({ files }), manifest, { check: true });
  if (!facts.ok) throw new Error('collecting never fails');
  return derivation.check?.(facts.value, manifest) ?? [];
}
