import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import fc from 'fast-check';
import {
  COVERAGE_REPORT_DOCUMENT,
  DOCUMENTS,
  SNAPSHOT_DOCUMENT,
  UNION_DOCUMENT,
  VERSION_METADATA_DOCUMENT,
  WRAPPER_COVERAGE_DOCUMENT,
  WRAPPER_EVIDENCE_DOCUMENT,
} from './documents';
import type { DocumentSchema } from './document-schema';

const MANIFEST = join(__dirname, '../../codex/cli_manifest');
const read = (path: string) => JSON.parse(readFileSync(join(MANIFEST, path), 'utf8')) as unknown;

const METADATA = {
  schema_version: 1,
  semantic_version: '1.0.0',
  status: 'validated',
  artifacts: { snapshots_dir: 'snapshots/1.0.0', reports_dir: 'reports/1.0.0', union_complete: true },
  coverage: { supported_targets: ['here'], supported_required_target: true },
  promotion: { eligible_for_latest_validated: true },
  gates: [{ id: 'required-target-passed', status: 'validated', holds: false, reason: 'it did not' }],
};

const SAMPLES: readonly (readonly [DocumentSchema, unknown])[] = [
  [SNAPSHOT_DOCUMENT, read('snapshots/0.125.0/x86_64-unknown-linux-musl.json')],
  [UNION_DOCUMENT, read('snapshots/0.125.0/union.json')],
  [COVERAGE_REPORT_DOCUMENT, read('reports/0.125.0/coverage.any.json')],
  [WRAPPER_COVERAGE_DOCUMENT, read('wrapper_coverage.json')],
  [WRAPPER_EVIDENCE_DOCUMENT, read('wrapper_evidence.json')],
  [VERSION_METADATA_DOCUMENT, METADATA],
];

type Path = (string | number)[];

function places(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const entries = Array.isArray(value) ? [...value.entries()].slice(0, 3) : Object.entries(value);
  return [at, ...entries.flatMap(([key, member]) => places(member, [...at, key]))];
}

function replaced(value: unknown, [key, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  const member = replaced(copy[key], rest, change);
  if (member === undefined && !Array.isArray(copy)) delete copy[key];
  else copy[key] = member;
  return copy;
}

const CHANGES: readonly ((old: unknown) => unknown)[] = [
  () => undefined,
  () => null,
  () => 7,
  () => -1.5,
  () => '',
  () => false,
  () => [],
  () => ({}),
  (old) => (typeof old === 'object' && !Array.isArray(old) ? { ...old, unheard_of: 1 } : [old]),
];

describe('a document schema', () => {
  it.each(SAMPLES)('agrees with the JSON Schema made from it: $id', (schema, sample) => {
    const validate = new Ajv2020({ strict: false, allErrors: false }).compile({ ...schema.jsonSchema() });
    expect([validate(sample), schema.problems(sample)]).toEqual([true, []]);
    const everywhere = places(sample);
    fc.assert(
      fc.property(fc.constantFrom(...everywhere), fc.constantFrom(...CHANGES), (at, change) => {
        const changed = replaced(sample, at, change) ?? null;
        const problems = schema.problems(changed);
        expect([JSON.stringify(at), problems.length === 0]).toEqual([JSON.stringify(at), validate(changed)]);
      }),
      { numRuns: 400 },
    );
  });

  it('names every place at once, what was expected and what is there', () => {
    const wrong = { ...METADATA, status: 'suported', statsu: 1, coverage: { supported_targets: 'here' } };
    expect(
      VERSION_METADATA_DOCUMENT.problems(wrong).map(({ at, message }) => [at.join('.'), message]),
    ).toEqual([
      ['status', 'status must be one of snapshotted, reported, validated, supported, not "suported"'],
      ['coverage.supported_targets', 'supported_targets must be a list, not "here"'],
      ['coverage', 'supported_required_target is missing'],
      ['statsu', 'statsu is not a key of this record; status is'],
    ]);
  });

  it('never repeats a document', () => {
    const long = { ...METADATA, artifacts: 'x'.repeat(100_000), status: Array(10_000).fill('y') };
    const lengths = VERSION_METADATA_DOCUMENT.problems(long).map(({ message }) => message.length);
    expect(Math.max(...lengths)).toBeLessThan(250);
  });

  it('has an id of its own', () => {
    expect(new Set(DOCUMENTS.map(({ id }) => id)).size).toBe(DOCUMENTS.length);
  });
});
