import type { Artifact, Derivation, Finding, Scope } from '@fixpoint/model';
import type { Manifest } from '@fixpoint/surface-formats';
import { memoryPorts, type MemoryWorld } from '@fixpoint/testkit';

/** Everything one run of a derivation gave. */
export interface RunResult {
  readonly ok: boolean;
  readonly artifacts: readonly Artifact[];
  /** Of collect and derive. */
  readonly findings: readonly Finding[];
  /** Of check. */
  readonly checked: readonly Finding[];
}

/** A run of one derivation over a world in memory. */
export interface RunRequest {
  readonly manifest: Manifest;
  readonly world: MemoryWorld;
  readonly scope?: Partial<Scope>;
}

/** Collects, derives and checks as the engine does. */
export async function run<Facts>(
  derivation: Derivation<Manifest, Facts>,
  { manifest, world, scope }: RunRequest,
): Promise<RunResult> {
  const facts = await derivation.collect(memoryPorts(world), manifest, { check: false, ...scope });
  if (!facts.ok) return { ok: false, artifacts: [], findings: facts.findings, checked: [] };
  const derived = derivation.derive(facts.value, manifest);
  return {
    ok: derived.ok,
    artifacts: derived.ok ? derived.value : [],
    findings: [...facts.findings, ...derived.findings],
    checked: derivation.check?.(facts.value, manifest) ?? [],
  };
}

/** The parsed text of one artifact. */
export function jsonOf<T>(artifacts: readonly Artifact[], path: string): T {
  const artifact = artifacts.find((each) => each.path === path);
  if (artifact === undefined) throw new Error(`${path} was not derived`);
  return JSON.parse(artifact.text) as T;
}
