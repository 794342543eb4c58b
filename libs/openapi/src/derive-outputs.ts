import { fingerprintOf, renderGeneratedList, type GeneratedEntry } from '@fixpoint/contract-formats';
import {
  compareText,
  failureOf,
  success,
  successInPart,
  worseOutcome,
  type Artifact,
  type Derived,
  type Outcome,
} from '@fixpoint/model';
import type { GeneratedDocument, OpenapiFacts } from './facts';
import { OUTPUT_LIST } from './output-list';

/**
 * The generated files of every document that has all of them, and the manifest. A document that is broken keeps what is committed,
 * and the run comes to the outcome of what is wrong with it.
 *
 * @req FP-OAPI-001
 */
export function deriveOutputs({ generated, broken, remarks, manifest }: OpenapiFacts): Derived {
  const names = new Set(broken.map(({ name }) => name));
  const kept = manifest.filter(({ document }) => names.has(document));
  const artifacts = artifactsOf(generated, kept);
  if (broken.length === 0) return success(artifacts, remarks);
  const findings = [...remarks, ...broken.flatMap((document) => document.findings)];
  const outcome = broken.reduce<Outcome>((worst, document) => worseOutcome(worst, document.outcome), 'clean');
  return artifacts.length === 0
    ? failureOf(outcome, ...findings)
    : successInPart(artifacts, outcome, findings);
}

function artifactsOf(documents: readonly GeneratedDocument[], kept: readonly GeneratedEntry[]): Artifact[] {
  const entries = documents.flatMap(({ config, generations }) =>
    generations.flatMap(({ generator, version, files }) =>
      files.map(({ path, text }): GeneratedEntry & { readonly text: string } => ({
        ...{ path, document: config.name, generator, version, sha256: fingerprintOf(text) },
        text,
      })),
    ),
  );
  const listed = [...entries, ...kept.filter(({ path }) => !entries.some((entry) => entry.path === path))];
  if (listed.length === 0) return [];
  return [
    ...entries.map(({ path, text }) => ({ path, text })),
    { path: OUTPUT_LIST.file, text: renderGeneratedList(listed) },
  ].sort((a, b) => compareText(a.path, b.path));
}
