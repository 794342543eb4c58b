import {
  failure,
  success,
  type Derivation,
  type Derived,
  type Finding,
  type Ports,
  type Result,
  type Scope,
} from '@fixpoint/model';
import { fixCommand, compareBytes, epochTimestamp, type Manifest } from '@fixpoint/surface-formats';
import { ruleSetOf } from '../rule-sets';
import { checkRequirements } from '../shared/requirements';
import { readUnion, readWrapperCoverage, unionFile, WRAPPER_COVERAGE_FILE } from '@fixpoint/surface-units';
import { deriveVersion, type VersionFacts } from './derive-version';
import { isWithoutWrapper, reportGlobs, reportVersions } from './report-versions';

/** What is read for the reports of a root. */
export interface ReportFacts {
  /** The committed `wrapper_coverage.json`. */
  readonly wrapper?: string;
  readonly versions: readonly VersionFacts[];
  /** Nothing will be written. */
  readonly comparing?: boolean;
  /** The time that `SOURCE_DATE_EPOCH` asks for; a run that only compares does not look at it. */
  readonly epoch?: string;
}

/**
 * `reports/<version>/coverage.any.json`, `coverage.<target>.json` for each target of the union and, for a complete union,
 * `coverage.all.json` (parity contract §6); under rules version 2 also `work-queue.md`.
 *
 * All of them follow from the committed union and the committed `wrapper_coverage.json`, never from what these follow from.
 */
export const reportDerivation: Derivation<Manifest, ReportFacts> = {
  id: 'report',
  summary: 'what upstream has and the wrapper lacks, by version and target',
  owns: (_manifest, { version }) => reportGlobs(version),
  keeps: (_facts, manifest) => ruleSetOf(manifest).report.leftovers === 'kept',
  allowsEmpty: ({ wrapper }, { check }) => check || wrapper === undefined,
  collect,
  derive,
  fix: (root, version) => fixCommand('report', { root }, version),
};

async function collect(ports: Ports, manifest: Manifest, scope: Scope): Promise<Result<ReportFacts>> {
  const named = await reportVersions(ports, scope.version, ruleSetOf(manifest).report.versions);
  if (!named.ok) return named;
  const wrapper = await ports.files.readText(WRAPPER_COVERAGE_FILE);
  const nothingToDo =
    scope.version === undefined && wrapper === undefined && (await isWithoutWrapper(ports, manifest));
  const versions = nothingToDo ? [] : named.value;
  return success({
    wrapper,
    versions: await Promise.all(versions.map((version) => collectVersion(ports, version))),
    comparing: scope.check,
    epoch: scope.check ? undefined : epochTimestamp(ports.machine.env('SOURCE_DATE_EPOCH')),
  });
}

async function collectVersion({ files }: Ports, version: string): Promise<VersionFacts> {
  const paths = await files.list([`reports/${version}/coverage.*.json`]);
  const texts = await Promise.all(paths.map(async (path) => [path, await files.readText(path)] as const));
  return {
    version,
    union: await files.readText(unionFile(version)),
    committed: Object.fromEntries(
      texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])),
    ),
  };
}

function derive({ wrapper, versions, comparing, epoch }: ReportFacts, manifest: Manifest): Derived {
  if (versions.length === 0) return success([]);
  const supported = checkRequirements(manifest, ruleSetOf(manifest).report.requirements, 'report');
  // No program of version 1 could have made reports in such a root either, so what lies there cannot be judged.
  if (!supported.ok && comparing) return success([], supported.findings.map(asWarning));
  const source = { manifest, derivation: 'report' };
  const coverage = readWrapperCoverage(wrapper, source);
  const unions = versions.map((facts) => readUnion(facts.union, facts.version, source));
  const unreadable = [supported, coverage, ...unions].flatMap((input) => (input.ok ? [] : input.findings));
  if (!coverage.ok || unreadable.length > 0) return failure(...unreadable);
  const derived = versions.flatMap((facts, index) => {
    const union = unions[index];
    return union?.ok
      ? [deriveVersion({ facts, epoch, union: union.value, wrapper: coverage.value, manifest })]
      : [];
  });
  const problems = distinct(derived.flatMap((each) => (each.ok ? [] : each.findings)));
  if (problems.length > 0) return failure(...problems);
  const artifacts = derived.flatMap((each) => (each.ok ? each.value : []));
  return success([...artifacts].sort((a, b) => compareBytes(a.path, b.path)));
}

function asWarning(finding: Finding): Finding {
  return { ...finding, severity: 'warning' };
}

function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
