import { posix } from 'node:path';
import { success, type Artifact, type Derivation, type Derived } from '@fixpoint/model';
import { fixCommand, versionMetadataFile, type Manifest } from '@fixpoint/surface-formats';
import { ruleSetOf } from '../rule-sets';
import { collectMetadata } from './collect-metadata';
import { VERSION_METADATA, type MetadataFacts } from './metadata-facts';

/**
 * `versions/<version>.json`: what the committed artifacts of each version support (parity contract §7).
 *
 * Under rules version 2 nothing in it is given: status, supported targets and validation sets follow from the union, the
 * reports, `wrapper_coverage.json` and the evidence of validation runs. Under rules version 1 status and validation sets are
 * claimed, and refused where the gates do not hold; a run that names no claim derives the committed one again.
 */
export const versionMetadataDerivation: Derivation<Manifest, MetadataFacts> = {
  id: VERSION_METADATA,
  summary: 'how far each version has come, and which targets it supports',
  owns: (_manifest, { version }) => [versionMetadataFile(version ?? '*')],
  // What cannot be derived because its inputs are broken is no orphan: mended, they give it again.
  keeps: ({ measured }, manifest, path) =>
    ruleSetOf(manifest).metadata.leftovers === 'kept' || measured.has(posix.basename(path, '.json')),
  allowsEmpty: (manifest, { check }) => check || ruleSetOf(manifest).metadata.versions === 'with-metadata',
  collect: collectMetadata,
  derive,
  check: (facts, manifest) => (facts.comparing ? ruleSetOf(manifest).metadata.check(facts, manifest) : []),
  fix: (root, version) => fixCommand(VERSION_METADATA, { root }, version),
};

function derive(facts: MetadataFacts, manifest: Manifest): Derived {
  const { derive: deriveVersion } = ruleSetOf(manifest).metadata;
  const results = facts.versions.map((version) => deriveVersion(version, facts, manifest));
  const findings = results.flatMap((result) => result.findings);
  const isRefused = results.some(({ ok }) => !ok);
  // A run that compares tells what is wrong with some versions beside the drift of the others.
  if (isRefused && !(facts.comparing && facts.versions.length > 1)) return { ok: false, findings };
  return success(
    results
      .flatMap((result): Artifact[] => (result.ok ? [result.value] : []))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    findings,
  );
}
