import { failure, success, type Derivation, type Derived, type Finding, type Result } from '@fixpoint/model';
import { fixCommand, toJsonText, type Manifest, type WrapperEvidence } from '@fixpoint/surface-formats';
import type { WrapperScan } from '@fixpoint/wrapper-scan';
import {
  EVIDENCE_FILE,
  listUnits,
  readEvidence,
  readUnion,
  readWrapperCoverage,
  Upstream,
} from '@fixpoint/surface-units';
import { ruleSetOf } from '../rule-sets';
import { collectEvidence, notInstalled, type EvidenceFacts, type WrapperSource } from './collect-evidence';
import { EVIDENCE_RULES, fileIn } from './evidence-rules';
import { scanSource, toEvidence } from './scan-source';

/**
 * `wrapper_evidence.json`: the commands and flags that the source of the wrapper really passes, with their places, and the
 * rules that hold the declared coverage against it. The source is read, never run.
 *
 * Which word of the source is a command and which the value of a flag is told by the newest committed union, if there is one.
 */
export const evidenceDerivation: Derivation<Manifest, EvidenceFacts> = {
  id: 'evidence',
  summary: 'what the source of the wrapper really passes',
  owns: () => [EVIDENCE_FILE],
  allowsEmpty: ({ wrapper }) => wrapper?.evidence === undefined,
  collect: collectEvidence,
  derive,
  check,
  fix: (root) => fixCommand('report', { root }),
};

function derive(facts: EvidenceFacts, manifest: Manifest): Derived {
  const config = manifest.wrapper?.evidence;
  if (config === undefined) return success([]);
  const { source, committed = '' } = facts;
  if (source === undefined) {
    const readable = readEvidence(committed, manifest);
    if (!readable.ok) return readable;
    const remark = { ...notInstalled(config), severity: 'warning' as const };
    return success([{ path: EVIDENCE_FILE, text: committed }], [remark]);
  }
  if (source.files.length === 0) return failure(noFiles(source, config.files));
  const upstream = newestUpstream(facts, manifest);
  if (!upstream.ok) return upstream;
  const evidence = toEvidence(source, scanOf(source, upstream.value));
  return success([{ path: EVIDENCE_FILE, text: toJsonText(evidence) }]);
}

/** @req FP-EVID-003 */
function noFiles({ package: name, directory }: WrapperSource, globs: readonly string[]): Finding {
  return {
    id: 'evidence/no-files',
    severity: 'error',
    message: `no file of ${name ?? directory} matches ${globs.join(', ')}, so nothing was scanned`,
    file: 'RULES.json',
    path: '/wrapper/evidence/files',
    actual: globs.join(', '),
    fix: `correct "wrapper.evidence.files" in RULES.json so that it matches the JavaScript or TypeScript files of ${name ?? directory}`,
  };
}

function newestUpstream({ union }: EvidenceFacts, manifest: Manifest): Result<Upstream | undefined> {
  if (union === undefined) return success(undefined);
  const read = readUnion(union.text, union.version, { manifest, derivation: 'evidence' });
  if (!read.ok) return read;
  return success(new Upstream(read.value.value, ruleSetOf(manifest).report.upstream));
}

const scans = new WeakMap<WrapperSource, WrapperScan>();

// Deriving and checking look at the same scan; reading a wrapper twice would double the time.
function scanOf(source: WrapperSource, upstream: Upstream | undefined): WrapperScan {
  const scan = scans.get(source) ?? scanSource(source, upstream);
  scans.set(source, scan);
  return scan;
}

function check(facts: EvidenceFacts, manifest: Manifest): readonly Finding[] {
  const upstream = newestUpstream(facts, manifest);
  // What cannot be read is told by `derive`.
  if (manifest.wrapper?.evidence === undefined || !upstream.ok) return [];
  const evidence = currentEvidence(facts, { manifest, upstream: upstream.value });
  if (evidence === undefined) return [];
  const directory = facts.source?.directory ?? `node_modules/${evidence.source.package ?? ''}`;
  const problems = facts.source ? scanOf(facts.source, upstream.value).problems : [];
  return [
    ...problems.map((problem) => ({ ...problem, file: fileIn(directory, problem.file) })),
    ...compareWithDeclaration(facts, { manifest, evidence, directory, upstream: upstream.value }),
  ];
}

function currentEvidence(
  { source, committed = '' }: EvidenceFacts,
  { manifest, upstream }: { manifest: Manifest; upstream: Upstream | undefined },
): WrapperEvidence | undefined {
  if (source !== undefined) {
    return source.files.length > 0 ? toEvidence(source, scanOf(source, upstream)) : undefined;
  }
  const read = readEvidence(committed, manifest);
  return read.ok ? read.value : undefined;
}

interface Comparison {
  readonly manifest: Manifest;
  readonly evidence: WrapperEvidence;
  readonly directory: string;
  readonly upstream?: Upstream;
}

function compareWithDeclaration(facts: EvidenceFacts, comparison: Comparison): Finding[] {
  const { manifest } = comparison;
  if (facts.coverage === undefined) return [nothingDeclared(manifest)];
  const coverage = readWrapperCoverage(facts.coverage, { manifest, derivation: 'evidence' });
  if (!coverage.ok) return [...coverage.findings];
  const subject = {
    ...comparison,
    version: facts.union?.version,
    declared: listUnits(coverage.value.value.coverage),
    document: coverage.value.document,
  };
  return EVIDENCE_RULES.flatMap((rule) => rule(subject));
}

function nothingDeclared(manifest: Manifest): Finding {
  return {
    id: 'evidence/nothing-declared',
    severity: 'warning',
    message: 'the source of the wrapper was read, but there is no declared coverage to compare it with',
    file: 'RULES.json',
    path: '/wrapper/source',
    fix: fixCommand('bootstrap-coverage', manifest),
  };
}
