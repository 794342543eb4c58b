import { applySeverity } from '@fixpoint/engine';
import { failureOf, success, type Finding, type Outcome, type Result, type Verdict } from '@fixpoint/model';
import { fixCommand, type Manifest } from '@fixpoint/surface-formats';
import { compareUnions, compareVersionNames, type ComparedUnions } from '@fixpoint/surface-diff';
import { EVIDENCE_FILE, unionFile, WRAPPER_COVERAGE_FILE } from '@fixpoint/surface-units';
import { FAMILIES } from './families';
import { faultVerdict } from './fault-verdict';
import { placeRoot, type RootRequest } from './root-place';
import { openRoot, type OpenRoot } from './open-root';

/** What makes a comparison fail: any breaking change, one that breaks somebody (severity error), or nothing. */
export const FAIL_ON = ['breaking', 'error', 'none'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** Two versions of one root, or two targets. */
export interface SurfaceDiffRequest extends RootRequest {
  /** The version before `to` by default. */
  readonly from?: string;
  /** The newest version by default. */
  readonly to?: string;
  /** One target on both sides. */
  readonly target?: string;
  /** Two targets, one for each side; the versions are the same then unless both are named. */
  readonly fromTarget?: string;
  readonly toTarget?: string;
  /** `error` by default. */
  readonly failOn?: FailOn;
}

/** A comparison, or why there is none; the verdict has its findings either way. */
export interface SurfaceDiffResult {
  readonly verdict: Verdict;
  readonly comparison?: ComparedUnions;
}

const TARGET = 'surface-diff';

/**
 * Compares two committed unions of a root, of either version of the rules, and weighs what changed by who uses it. Reads, and
 * writes nothing. Never throws.
 *
 * @req FP-DIFF-007
 */
export async function surfaceDiff(request: SurfaceDiffRequest): Promise<SurfaceDiffResult> {
  const place = placeRoot(request);
  try {
    const families = FAMILIES.filter(({ targets }) => Object.hasOwn(targets, TARGET));
    const opened = await openRoot(place, families);
    if (!opened.ok) return { verdict: verdictOf(place.name, opened.findings, 'usage') };
    const compared = await compare(opened.value, request);
    if (!compared.ok) {
      return { verdict: verdictOf(place.name, compared.findings, compared.outcome ?? 'drift') };
    }
    const comparison = compared.value;
    const outcome = isFailure(comparison, request.failOn ?? 'error') ? 'drift' : 'clean';
    return { comparison, verdict: verdictOf(place.name, comparison.findings, outcome) };
  } catch (error) {
    const where = { target: TARGET, root: place.name, absoluteRoot: place.ports.files.root };
    return { verdict: faultVerdict(error, where) };
  }
}

async function compare(
  { name, ports: { files }, config }: OpenRoot,
  request: SurfaceDiffRequest,
): Promise<Result<ComparedUnions>> {
  const manifest = config as Manifest;
  const paths = await files.list([unionFile('*')]);
  const versions = paths.map((path) => path.split('/')[1] ?? '').sort(compareVersionNames);
  const chosen = chooseVersions(request, versions, name);
  if (!chosen.ok) return chosen;
  const { from, to } = chosen.value;
  const [before, after, coverage, evidence] = await Promise.all(
    [unionFile(from), unionFile(to), WRAPPER_COVERAGE_FILE, EVIDENCE_FILE].map((path) =>
      files.readText(path),
    ),
  );
  const compared = compareUnions(
    {
      from: { version: from, text: before, target: request.fromTarget ?? request.target },
      to: { version: to, text: after, target: request.toTarget ?? request.target },
      consumers: { coverage, evidence },
    },
    manifest,
  );
  return compared.ok ? success(withSeverity(compared.value, manifest.severity ?? {})) : compared;
}

function chooseVersions(
  { from, to, fromTarget, toTarget }: SurfaceDiffRequest,
  versions: readonly string[],
  root: string,
): Result<{ readonly from: string; readonly to: string }> {
  if ((fromTarget === undefined) !== (toTarget === undefined)) {
    return failureOf('usage', misuse('name both targets, or one for both sides with --target', root));
  }
  const unknown = [from, to].find((version) => version !== undefined && !versions.includes(version));
  if (unknown !== undefined) return failureOf('usage', unknownVersion(unknown, versions, root));
  const newer = to ?? (fromTarget === undefined ? versions.at(-1) : (from ?? versions.at(-1)));
  const older = from ?? (fromTarget === undefined ? versions[versions.indexOf(newer ?? '') - 1] : newer);
  if (newer === undefined || older === undefined) {
    return failureOf(
      'usage',
      misuse('two snapshotted versions are needed to compare one with the other', root),
    );
  }
  return success({ from: older, to: newer });
}

/** The severity that the marker asks for, in findings and impacts alike; what is off is not told. */
function withSeverity(
  { diff, impacts, findings }: ComparedUnions,
  overrides: NonNullable<Manifest['severity']>,
): ComparedUnions {
  const kept = impacts.flatMap((impact, index) =>
    applySeverity([findings[index] as Finding], overrides).map((finding) => ({
      finding,
      impact: { ...impact, severity: finding.severity },
    })),
  );
  return {
    diff,
    impacts: kept.map(({ impact }) => impact),
    findings: kept.map(({ finding }) => finding),
  };
}

function isFailure({ impacts }: ComparedUnions, failOn: FailOn): boolean {
  if (failOn === 'none') return false;
  return impacts.some(({ change, severity }) =>
    failOn === 'breaking' ? change.class === 'breaking' : severity === 'error',
  );
}

function verdictOf(root: string, findings: readonly Finding[], outcome: Outcome): Verdict {
  return { target: TARGET, root, outcome, findings, drifts: [], written: [], removed: [], compared: 0 };
}

function misuse(message: string, root: string): Finding {
  return {
    id: 'usage/surface-diff',
    severity: 'error',
    message,
    file: '.',
    fix: `${fixCommand(TARGET, { root })} --from 1.2.3 --to 1.2.4`,
  };
}

function unknownVersion(version: string, versions: readonly string[], root: string): Finding {
  return {
    ...misuse(`there is no union of version ${JSON.stringify(version)}`, root),
    file: 'snapshots',
    expected: versions.join(', '),
    actual: version,
  };
}
