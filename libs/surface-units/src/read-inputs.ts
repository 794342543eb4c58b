import { failure, success, type Finding, type Result } from '@fixpoint/model';
import {
  flag,
  listOf,
  literal,
  type LocatedDocument,
  parseJson,
  recordOf,
  type Shape,
  shapeProblems,
  text,
  textDocument,
} from '@fixpoint/structured-text';
import { fixCommand, type Manifest, type Union, type WrapperCoverage } from '@fixpoint/surface-formats';
import { coverageShape } from './coverage-shape';
import { shapeFinding } from './shape-finding';
import { WRAPPER_COVERAGE_FILE } from './wrapper-coverage-file';

/** A committed input with the document it was read from. */
export interface CommittedInput<T> {
  readonly document: LocatedDocument;
  readonly value: T;
}

const unit = { available_on: listOf(text) };
const UNION_SHAPE = recordOf({
  required: {
    snapshot_schema_version: literal(2),
    tool: text,
    mode: literal('union'),
    collected_at: text,
    expected_targets: listOf(text),
    complete: flag,
    inputs: listOf(recordOf({ required: { target_triple: text } }), { minimum: 1 }),
    commands: listOf(
      recordOf({
        required: { path: listOf(text), ...unit },
        optional: {
          flags: listOf(recordOf({ required: { key: text, ...unit } })),
          args: listOf(recordOf({ required: { name: text, ...unit } })),
        },
      }),
    ),
  },
});
// A reader takes any word for a level and ignores keys it does not know (parity contract §1.5, §6.7).
const COVERAGE_SHAPE = coverageShape({ knownLevels: false, knownKeys: false });

/** Reads `snapshots/<version>/union.json`; what is wrong with it is repaired by merging the snapshots again. */
export function readUnion(
  committed: string | undefined,
  version: string,
  { manifest, derivation }: { manifest: Manifest; derivation: string },
): Result<CommittedInput<Union>> {
  const fix = fixCommand('union', manifest, version);
  return read(committed, UNION_SHAPE, { file: unionFile(version), noun: 'union', fix, derivation });
}

/** Reads `wrapper_coverage.json`; what is wrong with it is repaired by deriving it again, if anything derives it. */
export function readWrapperCoverage(
  committed: string | undefined,
  { manifest, derivation }: { manifest: Manifest; derivation: string },
): Result<CommittedInput<WrapperCoverage>> {
  const fix = manifest.wrapper?.source
    ? fixCommand('wrapper-coverage', manifest)
    : `correct ${WRAPPER_COVERAGE_FILE}, or declare "wrapper": { "source": … } in RULES.json and run: ${fixCommand('wrapper-coverage', manifest)}`;
  const noun = 'wrapper-coverage';
  return read(committed, COVERAGE_SHAPE, { file: WRAPPER_COVERAGE_FILE, noun, fix, derivation });
}

/** Where the union of a version is committed, relative to the root. */
export function unionFile(version: string): string {
  return `snapshots/${version}/union.json`;
}

interface InputKind {
  readonly file: string;
  /** The word for it in finding ids. */
  readonly noun: string;
  readonly fix: string;
  readonly derivation: string;
}

function read<T>(committed: string | undefined, shape: Shape, kind: InputKind): Result<CommittedInput<T>> {
  const { file, noun, fix, derivation } = kind;
  if (committed === undefined) return failure(missing(kind));
  const parsed = parseJson(committed, file, derivation);
  if (!parsed.ok) return failure(...parsed.findings.map((finding) => ({ ...finding, fix })));
  const document = textDocument(file, committed, parsed.value);
  const problems = shapeProblems(parsed.value, shape);
  if (problems.length === 0) return success({ document, value: parsed.value as T });
  return failure(
    ...problems.map((problem) => ({
      ...shapeFinding(problem, document, derivation),
      id: `${derivation}/${noun}-malformed`,
      fix,
    })),
  );
}

function missing({ file, noun, fix, derivation }: InputKind): Finding {
  return {
    id: `${derivation}/${noun}-missing`,
    severity: 'error',
    message: `${file} does not exist, so there is nothing to compare`,
    file,
    fix,
  };
}
