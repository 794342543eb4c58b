import { resolve } from 'node:path';
import { CHECK_TARGETS } from '@fixpoint/catalog';
import { contractsOfDocuments } from '@fixpoint/config';
import { applySeverity, runDerivations } from '@fixpoint/engine';
import {
  compareFindings,
  success,
  worseOutcome,
  type AnyDerivation,
  type Finding,
  type Outcome,
  type Ports,
  type Result,
  type Verdict,
  type VersionClaim,
} from '@fixpoint/model';
import { applyChanges } from '@fixpoint/workspace-io';
import { CONTRACTS_FAMILY, FAMILIES, type Family, type FamilyConfig } from './families';
import { faultVerdict } from './fault-verdict';
import { noMarker, placeRoot, type RootPlace, type RootRequest } from './root-place';
import type { TargetName } from './target-names';

/** One target over one root. */
export interface TargetRequest extends RootRequest {
  readonly target: TargetName | (string & {});
  /** One upstream version only. */
  readonly version?: string;
  /** One target triple only. */
  readonly triple?: string;
  /** An executable to measure instead of the configured one, absolute or relative to `base`. */
  readonly binary?: string;
  /** What is claimed of `version`, where the rules of the root let it be claimed. */
  readonly claim?: VersionClaim;
  /** OpenAPI documents of a directory without a marker, relative to the root. */
  readonly documents?: readonly string[];
  /** The kinds of roots; all that the product knows by default. */
  readonly families?: readonly Family[];
}

/** A root whose marker was read. */
export interface OpenRoot {
  readonly name: string;
  readonly ports: Ports;
  readonly family: Family;
  readonly config: FamilyConfig;
}

/** Runs one target over one root: the one function behind the command line and the Nx executors. Never throws. */
export async function runTarget(request: TargetRequest): Promise<Verdict> {
  const { name, ports } = placeRoot(request);
  try {
    const opened = await openRoot({ name, ports, documents: request.documents }, request.families);
    if (!opened.ok) return obstacle(request.target, { root: name, findings: opened.findings });
    const { derivations, ending } = planOf(opened.value.family, request.target);
    if (derivations.length === 0)
      return obstacle(request.target, {
        root: name,
        findings: [unknownTarget(opened.value, request.target)],
      });
    const verdicts = await runDerivations({
      derivations,
      config: opened.value.config,
      ports,
      root: name,
      scope: {
        version: request.version,
        target: request.triple,
        binary: request.binary === undefined ? undefined : resolve(request.base, request.binary),
        claim: request.claim,
        check: ending === 'fail',
      },
      ending,
      writer: applyChanges,
      severity: opened.value.config.severity,
    });
    const { config } = opened.value;
    // What is doubtful in the marker and stops nothing belongs to the check, not to every target.
    const findings = ending === 'fail' ? applySeverity(opened.findings, config.severity ?? {}) : [];
    return mergeVerdicts(verdicts, { target: request.target, root: name, config, findings });
  } catch (error) {
    return faultVerdict(error, { target: request.target, root: name, absoluteRoot: ports.files.root });
  } finally {
    ports.progress.end();
  }
}

/** Finds the marker of a root and reads it. */
export async function openRoot(
  { name, ports, documents }: RootPlace & { readonly documents?: readonly string[] },
  families: readonly Family[] = FAMILIES,
): Promise<Result<OpenRoot>> {
  if (documents !== undefined && documents.length > 0) {
    return success({ name, ports, family: CONTRACTS_FAMILY, config: contractsOfDocuments(name, documents) });
  }
  for (const family of families) {
    const text = await ports.files.readText(family.marker);
    if (text === undefined) continue;
    const config = family.parse(text, name);
    // Whatever is wrong with a marker is in the marker; where the root lies is the verdict's part.
    const findings = config.findings.map((finding) => ({ ...finding, file: family.marker }));
    return config.ok
      ? { ...config, value: { name, ports, family, config: config.value }, findings }
      : { ...config, findings };
  }
  return {
    ok: false,
    findings: [
      noMarker(
        name,
        families.map(({ marker }) => marker),
      ),
    ],
  };
}

// `validate`, what only checks, and the targets that end in `-verify` compare; every other target writes.
function planOf(
  { targets, validated }: Family,
  target: string,
): { derivations: readonly AnyDerivation[]; ending: 'apply' | 'fail' } {
  if (target === 'validate') return { derivations: validated, ending: 'fail' };
  const own = targetIn(targets, target);
  if (own !== undefined) return { derivations: own, ending: CHECK_TARGETS.has(target) ? 'fail' : 'apply' };
  const verified = target.endsWith('-verify')
    ? targetIn(targets, target.slice(0, -'-verify'.length))
    : undefined;
  return { derivations: verified ?? [], ending: 'fail' };
}

function targetIn(targets: Family['targets'], target: string): readonly AnyDerivation[] | undefined {
  return Object.hasOwn(targets, target) ? targets[target] : undefined;
}

function unknownTarget({ family }: OpenRoot, target: string): Finding {
  const known = [...Object.keys(family.targets), 'validate'].join(', ');
  return {
    id: 'usage/unknown-target',
    severity: 'error',
    message: `a root with ${family.marker} has no target "${target}"`,
    file: family.marker,
    expected: known,
    actual: target,
    fix: `use one of: ${known}`,
  };
}

function obstacle(
  target: string,
  { root, findings }: { root: string; findings: readonly Finding[] },
): Verdict {
  const sorted = [...findings].sort(compareFindings);
  return {
    target,
    root,
    outcome: 'usage',
    findings: sorted,
    drifts: [],
    written: [],
    removed: [],
    compared: 0,
  };
}

interface Merging {
  readonly target: string;
  readonly root: string;
  readonly config: FamilyConfig;
  /** What is said of the marker. */
  readonly findings: readonly Finding[];
}

function mergeVerdicts(verdicts: readonly Verdict[], { target, root, config, findings }: Merging): Verdict {
  return {
    target,
    root,
    outcome: verdicts.map(({ outcome }) => outcome).reduce(worseOutcome, 'clean' as Outcome),
    findings: [...findings, ...dropRepeated(verdicts, config.rulesSchemaVersion === 1)].sort(compareFindings),
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
