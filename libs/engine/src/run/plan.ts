import type {
  AnyDerivation,
  Artifact,
  Drift,
  Finding,
  Outcome,
  Ports,
  RelativePath,
  Result,
  Scope,
} from '@fixpoint/model';
import { InternalError, isRelativePath, worseOutcome } from '@fixpoint/model';
import { compareArtifacts } from '../drift/compare-artifacts';
import { readCommittedText } from './committed-text';
import { outcomeOf } from './outcome';

/** What a plan is made of; the ending comes later. */
export interface PlanRequest<Config> {
  readonly derivation: AnyDerivation<Config>;
  readonly config: Config;
  readonly ports: Ports;
  readonly scope: Scope;
  /** The root as the user named it. */
  readonly root: string;
}

/** Collect, derive and compare have been done; nothing has been written. */
export interface Plan {
  readonly kind: 'plan';
  readonly artifacts: readonly Artifact[];
  readonly drifts: readonly Drift[];
  /** Files beside the artifacts, never compared. */
  readonly captures: readonly Artifact[];
  /** Remarks of collect and derive, and what the derivation's rules say. */
  readonly findings: readonly Finding[];
  /** What came with a success in part, of collect or of derive; like those of an obstacle, nobody can think less of them. */
  readonly obstacles: readonly Finding[];
  /** What the run comes to at the least, because something could not be collected or derived. */
  readonly outcome: Outcome;
}

/** The inputs do not allow a derivation. */
export interface Obstacle {
  readonly kind: 'obstacle';
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
}

/** Files that are read at once. */
const READ_BATCH = 32;

/**
 * Runs collect, derive and compare: all that both endings have in common.
 *
 * @req FP-ENG-001
 */
export async function planDerivation<Config>(request: PlanRequest<Config>): Promise<Plan | Obstacle> {
  const { derivation, config, ports, scope } = request;
  return planCollected(request, await derivation.collect(ports, config, scope));
}

/**
 * Runs derive and compare on what was collected.
 *
 * @req FP-ENG-013
 */
export async function planCollected<Config>(
  request: PlanRequest<Config>,
  collected: Result<unknown>,
): Promise<Plan | Obstacle> {
  const { derivation, config, ports, scope } = request;
  if (!collected.ok) return toObstacle(collected, derivation.id);
  const facts = collected.value;
  const derived = derivation.derive(facts, config);
  const checked = derivation.check?.(facts, config) ?? [];
  const findings = [...collected.findings, ...derived.findings, ...checked];
  if (!derived.ok) return toObstacle({ ...derived, findings }, derivation.id);
  const artifacts = derived.value;
  assertArtifacts(artifacts);
  if (artifacts.length === 0 && !derivation.allowsEmpty?.(config, scope)) {
    return toObstacle({ findings: [nothingDerived(request), ...findings] }, derivation.id);
  }
  const owned = await ownedPaths(request, facts);
  const committed = await readCommitted(ports, [...artifacts.map((artifact) => artifact.path), ...owned]);
  const disposable = owned.filter((path) => !derivation.keeps?.(facts, config, path));
  return {
    kind: 'plan',
    artifacts,
    drifts: compareArtifacts(artifacts, committed, disposable),
    captures: derivation.captures?.(facts, config) ?? [],
    findings: [collected, derived]
      .flatMap((result) => (isInPart(result) ? [] : result.findings))
      .concat(checked),
    obstacles: [collected, derived].flatMap((result) => (isInPart(result) ? result.findings : [])),
    outcome: worseOutcome(collected.outcome ?? 'clean', derived.outcome ?? 'clean'),
  };
}

function isInPart({ outcome }: Result<unknown>): boolean {
  return outcome !== undefined && outcome !== 'clean';
}

/**
 * A failure always fails, even when the findings that came with it would not.
 *
 * @req FP-ENG-011
 */
function toObstacle(
  failure: { readonly findings: readonly Finding[]; readonly outcome?: Outcome },
  derivationId: string,
): Obstacle {
  const { findings } = failure;
  if (findings.length === 0) {
    throw new InternalError(`the derivation ${derivationId} failed and gave no finding that says why`);
  }
  const outcome = failure.outcome ?? worseOutcome('drift', outcomeOf(findings));
  return { kind: 'obstacle', outcome, findings };
}

/** @req FP-ENG-009 */
function nothingDerived<Config>({ derivation, root, scope }: PlanRequest<Config>): Finding {
  return {
    id: `${derivation.id}/nothing-derived`,
    severity: 'error',
    message: `nothing was derived: the inputs of ${derivation.id} are not there`,
    file: '.',
    fix: derivation.fix(root, scope.version),
  };
}

async function ownedPaths<Config>({ derivation, config, ports, scope }: PlanRequest<Config>, facts: unknown) {
  const globs = derivation.owns(config, scope, facts);
  return globs.length === 0 ? [] : ports.files.list(globs);
}

async function readCommitted(ports: Ports, paths: readonly RelativePath[]) {
  const committed = new Map<RelativePath, string>();
  const distinct = [...new Set(paths)];
  for (let start = 0; start < distinct.length; start += READ_BATCH) {
    const batch = distinct.slice(start, start + READ_BATCH);
    const texts = await Promise.all(batch.map((path) => readCommittedText(ports.files, path)));
    batch.forEach((path, index) => {
      const text = texts[index];
      if (text !== undefined) committed.set(path, text);
    });
  }
  return committed;
}

function assertArtifacts(artifacts: readonly Artifact[]): void {
  const seen = new Set<RelativePath>();
  for (const { path } of artifacts) {
    if (!isArtifactPath(path)) throw new InternalError(`an artifact has the path ${JSON.stringify(path)}`);
    if (seen.has(path)) throw new InternalError(`two artifacts have the path ${JSON.stringify(path)}`);
    seen.add(path);
  }
}

function isArtifactPath(path: string): boolean {
  const isPlain = path.split(/[/\\]/).every((part) => part !== '' && part !== '.');
  return isPlain && !path.includes('\\') && isRelativePath(path);
}
