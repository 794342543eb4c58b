import { compareFindings, worseOutcome, type Finding, type Outcome, type Verdict } from '@fixpoint/model';

/** What verdicts are made into one under. */
export interface Merging {
  readonly target: string;
  readonly root: string;
  /** Whether every violation of the parity contract is told, whatever else says the same. */
  readonly keepsViolations: boolean;
  /** What is said of the marker. */
  readonly findings: readonly Finding[];
}

/**
 * Makes the verdicts of several derivations over one root into one, in which the same thing is said once.
 *
 * @req FP-DIAG-002
 */
export function mergeVerdicts(
  verdicts: readonly Verdict[],
  { target, root, keepsViolations, findings }: Merging,
): Verdict {
  return {
    ...joinVerdicts(verdicts, { target, root }),
    findings: [...findings, ...dropRepeated(verdicts, keepsViolations)].sort(compareFindings),
  };
}

/** The verdicts of several roots in one directory as one. */
export function joinVerdicts(
  verdicts: readonly Verdict[],
  { target, root }: Pick<Verdict, 'target' | 'root'>,
): Verdict {
  return {
    target,
    root,
    outcome: verdicts.map(({ outcome }) => outcome).reduce(worseOutcome, 'clean' as Outcome),
    findings: verdicts.flatMap(({ findings }) => findings).sort(compareFindings),
    drifts: verdicts.flatMap(({ drifts }) => drifts),
    written: verdicts.flatMap(({ written }) => written),
    removed: verdicts.flatMap(({ removed }) => removed),
    compared: verdicts.reduce((sum, { compared }) => sum + compared, 0),
  };
}

// Several derivations read the same input; what is wrong with it is said once. A violation code says the same whoever fires
// it, and only the validator of the whole root knows whether the contract fires it at all; it may fire it twice.
function dropRepeated(verdicts: readonly Verdict[], keepsViolations: boolean): Finding[] {
  const all = verdicts.flatMap(({ findings }) => findings);
  const violations = new Set(all.filter(({ violation }) => violation !== undefined).map(violationOf));
  const drifts = verdicts.flatMap(({ drifts: found }) => found);
  const drifted = new Set(drifts.map(({ path }) => path));
  const missing = new Set(drifts.filter(({ kind }) => kind === 'missing').map(({ path }) => path));
  const isSaid = (finding: Finding): boolean =>
    isSaidByDrift(finding, drifted) || (!keepsViolations && isSaidByMissing(finding, missing));
  const said = new Set<string>();
  return verdicts.flatMap(({ findings }) => {
    const kept = findings.flatMap((finding) => {
      if (said.has(identityOf(finding)) || isSaid(finding)) return [];
      if (finding.violation !== undefined) return [finding];
      if (finding.code !== undefined && violations.has(violationOf(finding))) return [];
      said.add(identityOf(finding));
      const { code: _code, ...plain } = finding;
      return [plain];
    });
    findings.forEach((finding) => said.add(identityOf(finding)));
    return kept;
  });
}

// What is in a file that is to be written again or removed anyway needs no word of its own.
function isSaidByDrift({ id, file }: Finding, drifted: ReadonlySet<string>): boolean {
  return id.startsWith('consistency/') && drifted.has(file);
}

// That a derived file is missing, its drift says as well, and with the command that writes it.
function isSaidByMissing({ code, file }: Finding, missing: ReadonlySet<string>): boolean {
  return code?.endsWith('_MISSING') === true && missing.has(file);
}

function identityOf({ id, file, path, position, message }: Finding): string {
  return JSON.stringify([id, file, path, position, message]);
}

function violationOf({ code, file, path }: Finding): string {
  return JSON.stringify([code, file, path ?? '']);
}
