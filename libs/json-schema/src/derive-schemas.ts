import { fingerprintOf, renderGeneratedList, type GeneratedEntry } from '@fixpoint/contract-formats';
import {
  compareText,
  failureOf,
  success,
  successInPart,
  worseOutcome,
  type Artifact,
  type Derived,
  type Finding,
  type Outcome,
} from '@fixpoint/model';
import type { SchemasFacts } from './facts';
import { OUTPUT_LIST } from './output-list';
import { unreadExamples } from './check-examples';

/**
 * The generated files of every schema that has all of them, and the list. A schema that is broken keeps what is committed, and the run comes
 * to the outcome of what is wrong with it.
 */
export function deriveSchemas(facts: SchemasFacts): Derived {
  const { schemas, broken } = facts;
  const unread = schemas.flatMap(unreadExamples);
  const findings: Finding[] = [
    ...schemas.flatMap(({ remarks }) => remarks),
    ...unread,
    ...broken.flatMap((schema) => schema.findings),
  ];
  const artifacts = artifactsOf(facts);
  const outcome = broken.reduce<Outcome>(
    (worst, schema) => worseOutcome(worst, schema.outcome),
    unread.length > 0 ? 'usage' : 'clean',
  );
  if (outcome === 'clean') return success(artifacts, findings);
  return schemas.length === 0 ? failureOf(outcome, ...findings) : successInPart(artifacts, outcome, findings);
}

function artifactsOf({ schemas, broken, list }: SchemasFacts): Artifact[] {
  const made = schemas.flatMap(({ config, generated }) =>
    generated.map(({ path, text, generator, version }) => ({
      artifact: { path, text },
      entry: { path, document: config.schema, generator, version, sha256: fingerprintOf(text) },
    })),
  );
  const files = new Set(broken.map(({ file }) => file));
  const kept = list.filter(
    ({ path, document }) => files.has(document) && !made.some(({ entry }) => entry.path === path),
  );
  const entries: GeneratedEntry[] = [...made.map(({ entry }) => entry), ...kept];
  if (entries.length === 0) return [];
  return [
    ...made.map(({ artifact }) => artifact),
    { path: OUTPUT_LIST.file, text: renderGeneratedList(entries) },
  ].sort((a, b) => compareText(a.path, b.path));
}
