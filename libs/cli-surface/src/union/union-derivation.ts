import {
  compareText,
  failure,
  success,
  type Artifact,
  type Derivation,
  type Derived,
  type Result,
} from '@fixpoint/model';
import { fixCommand, keepTimestamp, type Manifest } from '@fixpoint/surface-formats';
import { collectUnions, unionFile, type UnionFacts, type VersionFacts } from './collect-unions';
import { mergeUnion, unionText } from './merge-union';
import { allFindings } from './findings';
import type { UnionScope } from './source';

/** `snapshots/<version>/union.json` of every version, merged from the snapshots beside it. */
export const unionDerivation: Derivation<Manifest, UnionFacts> = {
  id: 'union',
  summary: 'Merges the snapshots of each version over all targets.',
  owns: (_config, { version }) => [unionFile(version ?? '*')],
  collect: collectUnions,
  derive,
  fix: (root, version) => fixCommand('union', { root, version }),
};

function derive({ versions, timestamp, check }: UnionFacts, config: Manifest): Derived {
  const results = versions.map((facts) => deriveVersion(facts, config, { timestamp, lenient: check }));
  const failed = results.filter((result) => !result.ok);
  if (failed.length > 0) return failure(...allFindings(failed));
  const artifacts = results.flatMap((result) => (result.ok ? [result.value] : []));
  return success(
    artifacts.sort((a, b) => compareText(a.path, b.path)),
    allFindings(results),
  );
}

function deriveVersion(
  { version, sources, committed }: VersionFacts,
  config: Manifest,
  { timestamp, lenient }: Omit<UnionScope, 'version'>,
): Result<Artifact> {
  const union = mergeUnion(sources, config, { version, timestamp, lenient });
  if (!union.ok) return union;
  const text = unionText(union.value);
  const kept = timestamp === undefined ? keepTimestamp(text, committed, 'collected_at') : text;
  return success({ path: unionFile(version), text: kept }, union.findings);
}
