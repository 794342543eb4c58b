import { createHash } from 'node:crypto';
import type { Finding, Position, Severity } from '@fixpoint/model';
import { parseJson, positionOfPointer, toPointer } from '@fixpoint/structured-text';
import {
  fixCommand,
  shellWord,
  validationEvidenceSchema,
  validationFile,
  type Manifest,
  type Union,
  type ValidationEvidence,
  type ValidationOutcome,
} from '@fixpoint/surface-formats';
import type { VersionFacts } from '../metadata-facts';

/** What the evidence of a version says, as far as it counts. */
export interface CountedEvidence {
  /** Outcomes by target. */
  readonly outcomes: ReadonlyMap<string, ValidationOutcome>;
  /** Why evidence counts for nothing, by target. */
  readonly rejected: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

/** What evidence is held against. */
export interface EvidenceContext {
  readonly union: Union;
  /** The text of `wrapper_coverage.json`. */
  readonly wrapper?: string;
  readonly manifest: Manifest;
}

/** SHA-256 (lower-case hex) of a text's UTF-8 bytes. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Reads the evidence of a version. It counts only for the executable that the committed snapshot was made from, for the coverage
 * that is committed, and when the configured command gave it; anything else is a finding and counts for nothing.
 *
 * @req FP-LIFE-002
 */
export function readEvidence(version: VersionFacts, context: EvidenceContext): CountedEvidence {
  const outcomes = new Map<string, ValidationOutcome>();
  const rejected = new Map<string, string>();
  const findings: Finding[] = [];
  const digest = context.wrapper === undefined ? undefined : digestOf(context.wrapper);
  for (const [target, text] of Object.entries(version.evidence)) {
    const reject = (problem: Problem): void => {
      findings.push(
        toFinding(problem, { target, text, version: version.version, manifest: context.manifest }),
      );
      rejected.set(target, problem.message);
    };
    const read = parseEvidence(text, validationFile(version.version, target));
    if (!read.ok) {
      read.problems.forEach(reject);
      continue;
    }
    const problems = RULES.flatMap(
      (rule) => rule(read.value, { ...context, version: version.version, target, digest }) ?? [],
    );
    problems.forEach(reject);
    if (problems.length === 0) outcomes.set(target, read.value.outcome);
  }
  return { outcomes, rejected, findings };
}

interface Problem {
  readonly kind: string;
  readonly message: string;
  readonly severity?: Severity;
  readonly path: string;
  /** Where `path` does not say it. */
  readonly position?: Position;
  readonly expected?: string;
  readonly actual?: string;
}

type Parsed =
  | { readonly ok: true; readonly value: ValidationEvidence }
  | { readonly ok: false; readonly problems: readonly Problem[] };

function parseEvidence(text: string, file: string): Parsed {
  const parsed = parseJson(text, file, 'version-metadata');
  if (!parsed.ok) {
    const [{ message, position } = { message: 'it is no JSON' }] = parsed.findings;
    return { ok: false, problems: [{ kind: 'evidence-malformed', message, path: '', position }] };
  }
  const shape = validationEvidenceSchema.safeParse(parsed.value);
  if (shape.success) return { ok: true, value: shape.data };
  const problems = shape.error.issues.map((issue) => {
    const path = toPointer(issue.path as (string | number)[]);
    return { kind: 'evidence-malformed', message: `${path || 'the document'}: ${issue.message}`, path };
  });
  return { ok: false, problems };
}

interface Place extends EvidenceContext {
  readonly version: string;
  readonly target: string;
  readonly digest?: string;
}

type EvidenceRule = (evidence: ValidationEvidence, place: Place) => Problem | undefined;

const RULES: readonly EvidenceRule[] = [
  function isAtItsPlace(evidence, { version, target }) {
    const [expected, actual] = [
      `${version} ${target}`,
      `${evidence.semantic_version} ${evidence.target_triple}`,
    ];
    if (expected === actual) return undefined;
    const message = `it is about ${actual}, and lies where evidence of ${expected} belongs`;
    return { kind: 'evidence-misplaced', message, path: '/target_triple', expected, actual };
  },
  function isOfTheMeasuredExecutable(evidence, { union, target }) {
    const input = union.inputs.find(({ target_triple }) => target_triple === target);
    const actual = evidence.binary.sha256;
    const path = '/binary/sha256';
    if (input === undefined) {
      const message =
        'the union has no snapshot of this target, so nothing says which executable it is about';
      return { kind: 'evidence-without-snapshot', message, path, actual };
    }
    const expected = input.binary.sha256;
    if (actual === expected) return undefined;
    const message = 'it was made with another executable than the committed snapshot';
    return { kind: 'evidence-other-binary', message, path, expected, actual };
  },
  function isForTheCommittedCoverage({ wrapper }, { digest }) {
    const actual = wrapper.coverage_sha256;
    if (actual === digest) return undefined;
    const message = 'it was made for another wrapper_coverage.json than the committed one';
    const path = '/wrapper/coverage_sha256';
    return { kind: 'evidence-outdated', severity: 'warning', message, path, expected: digest, actual };
  },
  function isOfTheConfiguredCommand({ command }, { manifest }) {
    const configured = manifest.lifecycle?.validation?.command;
    const [expected, actual] = [configured?.map(shellWord).join(' '), command.map(shellWord).join(' ')];
    if (expected === actual) return undefined;
    const message =
      expected === undefined
        ? 'RULES.json names no validation command that could have made it'
        : 'it was made by another command than RULES.json names';
    return { kind: 'evidence-other-command', message, path: '/command', expected, actual };
  },
];

function toFinding(
  { kind, message, severity = 'error', path, position, expected, actual }: Problem,
  { target, text, version, manifest }: { target: string; text: string; version: string; manifest: Manifest },
): Finding {
  return {
    id: `version-metadata/${kind}`,
    severity,
    message: `the evidence for ${target} of ${version} counts for nothing: ${message}`,
    file: validationFile(version, target),
    position: position ?? positionOfPointer(text, path),
    path,
    expected,
    actual,
    fix: fixCommand('wrapper-validate', { root: manifest.root, version, target }),
  };
}
