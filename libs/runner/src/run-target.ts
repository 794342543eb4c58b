import { resolve } from 'node:path';
import { createNetworkPort } from '@fixpoint/acquisition';
import { CHECK_TARGETS, NETWORK_TARGETS } from '@fixpoint/catalog';
import { applySeverity, runDerivations } from '@fixpoint/engine';
import {
  compareFindings,
  worseOutcome,
  type AnyDerivation,
  type Finding,
  type Result,
  type Scope,
  type Verdict,
  type VersionClaim,
} from '@fixpoint/model';
import { applyChanges } from '@fixpoint/workspace-io';
import { FAMILIES, type Family } from './families';
import { faultVerdict } from './fault-verdict';
import { joinVerdicts, mergeVerdicts } from './merge-verdicts';
import { absentMarker, findRoots, type FoundRoot, type OpenRoot } from './open-root';
import { placeRoot, type RootPlace, type RootRequest } from './root-place';
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
  /** Requirements whose links are confirmed: ids, or `*`. */
  readonly confirm?: readonly string[];
  /** Mends in sources what can be mended, and then looks again; for targets that check. */
  readonly fix?: boolean;
  /** OpenAPI documents of a directory without a marker, relative to the root. */
  readonly documents?: readonly string[];
  /** The kinds of roots; all that the product knows by default. */
  readonly families?: readonly Family[];
}

/** Runs one target over one root: the one function behind the command line and the Nx executors. Never throws. */
export async function runTarget(request: TargetRequest): Promise<Verdict> {
  const { target, families = FAMILIES } = request;
  const { name, ports } = withNetwork(placeRoot(request), target);
  try {
    const found = await findRoots({ name, ports, documents: request.documents }, families);
    if (found.length === 0)
      return obstacle(target, { root: name, findings: [absentMarker(name, families, target)] });
    const asked = found.filter(({ family }) => planOf(family, target).derivations.length > 0);
    const broken = found.flatMap(({ opened }) => (opened.ok ? [] : opened.findings));
    // A marker that cannot be read is what keeps a target from being found, if one does.
    if (asked.length === 0)
      return obstacle(target, {
        root: name,
        findings: broken.length > 0 ? broken : [unknownTarget(found, target)],
      });
    const verdicts: Verdict[] = [];
    for (const { family, opened } of asked)
      verdicts.push(
        opened.ok
          ? await runOver(opened, { family, request })
          : obstacle(target, { root: name, findings: opened.findings }),
      );
    return verdicts.length === 1 ? (verdicts[0] as Verdict) : joinVerdicts(verdicts, { target, root: name });
  } catch (error) {
    return faultVerdict(error, { target, root: name, absoluteRoot: ports.files.root });
  } finally {
    ports.progress.end();
  }
}

function withNetwork({ name, ports }: RootPlace, target: string): RootPlace {
  return NETWORK_TARGETS.has(target)
    ? { name, ports: { ...ports, network: createNetworkPort() } }
    : { name, ports };
}

/** @req FP-ENG-008, FP-SEC-001 */
async function runOver(
  { value: { name, ports, config }, findings: remarks }: Result<OpenRoot> & { readonly ok: true },
  { family, request }: { readonly family: Family; readonly request: TargetRequest },
): Promise<Verdict> {
  const { derivations, ending } = planOf(family, request.target);
  const off = request.target === 'validate' ? undefined : family.switchedOff?.(config, request.target);
  if (off !== undefined)
    return obstacle(request.target, { root: name, findings: [switchedOff(family, off, request.target)] });
  const scope: Scope = {
    version: request.version,
    target: request.triple,
    binary: request.binary === undefined ? undefined : resolve(request.base, request.binary),
    claim: request.claim,
    ...(request.confirm && { confirm: request.confirm }),
    // What `validate` says is the same with history and without.
    ...(request.target !== 'validate' && ending === 'fail' && { history: true }),
    check: ending === 'fail',
  };
  const run = { derivations, config, ports, root: name, writer: applyChanges, severity: config.severity };
  const mended =
    request.fix === true
      ? await runDerivations({ ...run, ending: 'apply', scope: { ...scope, check: false, fix: true } })
      : [];
  const verdicts = await runDerivations({ ...run, scope, ending });
  // What is doubtful in the marker and stops nothing belongs to the check, not to every target.
  const findings = ending === 'fail' ? applySeverity(remarks, config.severity ?? {}) : [];
  const keepsViolations = config.rulesSchemaVersion === 1;
  const merged = mergeVerdicts(verdicts, { target: request.target, root: name, keepsViolations, findings });
  return mended.length === 0 ? merged : withMended(merged, mended);
}

/** The verdict of the second look, with what was mended before it. */
function withMended(verdict: Verdict, mended: readonly Verdict[]): Verdict {
  return {
    ...verdict,
    outcome: mended.map(({ outcome }) => outcome).reduce(worseOutcome, verdict.outcome),
    written: mended.flatMap(({ written }) => written),
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

function unknownTarget(found: readonly FoundRoot[], target: string): Finding {
  const known = [...found.flatMap(({ family }) => Object.keys(family.targets)), 'validate'].join(', ');
  const markers = found.map(({ family }) => family.marker);
  return {
    id: 'usage/unknown-target',
    severity: 'error',
    message: `a root with ${markers.join(' and ')} has no target "${target}"`,
    file: markers[0] as string,
    expected: known,
    actual: target,
    fix: `use one of: ${known}`,
  };
}

// Asked for by name, what does nothing must not look like what found nothing.
function switchedOff({ marker }: Family, key: string, target: string): Finding {
  return {
    id: 'usage/switched-off',
    severity: 'error',
    message: `${target} does nothing here: ${marker} switches "${key}" off`,
    file: marker,
    path: `/${key}`,
    fix: `remove "${key}": false, or what switches it off, from ${marker}`,
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
