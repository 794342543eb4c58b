import type { Artifact, Finding, Ports, Scope } from '@fixpoint/model';
import type { Manifest, Snapshot, SnapshotCommand, ToolConfig } from '@fixpoint/surface-formats';
import { memoryPorts, plainManifest, type MemoryPorts, type MemoryWorld } from '@fixpoint/testkit';
import { snapshotDerivation } from '../snapshot-derivation';
import { fakeTool, type FakeTool } from './fake-tool';

export const LINUX = 'x86_64-unknown-linux-musl';
export const BINARY = '/opt/demo/demo';

/** The head of a static ELF executable for linux x86_64. */
export function elfHead(machine = 0x3e): Uint8Array {
  const bytes = new Uint8Array(128);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  bytes[18] = machine;
  return bytes;
}

/** Parts of a manifest that a test wants otherwise. */
export type ManifestParts = Partial<Omit<Manifest, 'tool'>> & { readonly tool?: Partial<ToolConfig> };

/** The manifest of a root about a tool called demo, for linux x64 and macOS. */
export function demoManifest({ tool, ...parts }: ManifestParts = {}): Manifest {
  return plainManifest({
    root: 'libs/demo',
    targets: {
      required: LINUX,
      expected: [LINUX, 'aarch64-apple-darwin'],
      platforms: { [LINUX]: 'linux', 'aarch64-apple-darwin': 'macos' },
    },
    tool: {
      name: 'demo-cli',
      versionArgs: ['--version'],
      helpForm: 'flag',
      helpFlag: '--help',
      dialect: 'auto',
      columns: 100,
      timeoutMs: 1_000,
      maxDepth: 12,
      maxPages: 100,
      maxPageBytes: 100_000,
      env: {},
      probeFlags: false,
      ...tool,
    },
    binaries: { [LINUX]: { path: BINARY, via: [], files: [], runner: [] } },
    ...parts,
  });
}

/** A world in which the tool stands at `BINARY`. */
export function demoPorts(tool: FakeTool, world: MemoryWorld = {}): MemoryPorts {
  return memoryPorts({
    binaries: { [BINARY]: elfHead() },
    processes: fakeTool(tool),
    ...world,
  });
}

/** A run of the derivation up to its artifacts. */
export interface Taken {
  readonly artifacts: readonly Artifact[];
  readonly captures: readonly Artifact[];
  readonly findings: readonly Finding[];
  readonly snapshots: readonly Snapshot[];
}

/** Collects and derives; a failure is thrown as its findings. */
export async function take(
  ports: Ports,
  manifest: Manifest = demoManifest(),
  scope: Partial<Scope> = {},
): Promise<Taken> {
  const facts = await snapshotDerivation.collect(ports, manifest, { check: false, ...scope });
  const derived = facts.ok ? snapshotDerivation.derive(facts.value, manifest) : facts;
  if (!facts.ok || !derived.ok) throw new Error(JSON.stringify(derived.findings, null, 2));
  const artifacts = derived.value;
  return {
    artifacts,
    captures: snapshotDerivation.captures?.(facts.value, manifest) ?? [],
    findings: facts.findings,
    snapshots: artifacts.map(({ text }) => JSON.parse(text) as Snapshot),
  };
}

/** The findings of a run that has to fail. */
export async function failureFindings(
  ports: Ports,
  manifest: Manifest = demoManifest(),
  scope: Partial<Scope> = {},
): Promise<{ readonly outcome?: string; readonly findings: readonly Finding[] }> {
  const facts = await snapshotDerivation.collect(ports, manifest, { check: false, ...scope });
  if (facts.ok) throw new Error('the run was expected to fail');
  return facts;
}

/** The only snapshot of a run. */
export async function takeOne(ports: Ports, manifest?: Manifest, scope?: Partial<Scope>): Promise<Snapshot> {
  const { snapshots } = await take(ports, manifest, scope);
  if (snapshots.length !== 1) throw new Error(`${snapshots.length} snapshots were taken`);
  return snapshots[0] as Snapshot;
}

/** Command paths of a snapshot, joined by blanks. */
export function paths(
  snapshot: Snapshot,
  keep: (command: SnapshotCommand) => boolean = () => true,
): string[] {
  return snapshot.commands.filter(keep).map(({ path }) => path.join(' '));
}

/** A command of a snapshot by its path, joined by blanks. */
export function command(snapshot: Snapshot, path: string): SnapshotCommand | undefined {
  return snapshot.commands.find((each) => each.path.join(' ') === path);
}
