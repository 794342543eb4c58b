import type { AnyDerivation, Verdict } from '@fixpoint/model';
import { compareFindings, compareText, InternalError, worseOutcome } from '@fixpoint/model';
import { explainDrift } from '../drift/explain-drift';
import { faultOf } from './fault';
import { outcomeOf } from './outcome';
import { type Obstacle, type Plan, planCollected, planDerivation, type PlanRequest } from './plan';
import { applySeverity, type SeverityOverrides } from './severity';
import type { Writer } from './writer';

/** How a run ends: by writing what changed, or by failing if anything did. */
export type Ending = 'apply' | 'fail';

/** One run of one derivation over one root. */
export interface RunRequest<Config> extends PlanRequest<Config> {
  readonly ending: Ending;
  /** Called for the ending `apply` only. */
  readonly writer: Writer;
  readonly severity?: SeverityOverrides;
}

/** One run of several derivations over one root. */
export type RunAllRequest<Config> = Omit<RunRequest<Config>, 'derivation'> & {
  readonly derivations: readonly AnyDerivation<Config>[];
};

type Ended = Omit<Verdict, 'target' | 'root'>;

/** How one part of a run ended: an obstacle wrote and compared nothing. */
type EndedPart = Pick<Ended, 'outcome' | 'findings'> & Partial<Ended>;

/**
 * Runs collect → derive → compare and then one of the two endings. Never throws.
 *
 * - A failed collect or derive ends either run, with nothing written and the outcome that the failure names.
 * - Where a derivation can be collected in parts, `apply` ends each part before the next one is collected; a part that fails
 *   leaves what the parts before it wrote, and the verdict tells both.
 * - `apply` hands artifacts and captures to the writer, which writes what changed, and removes orphans. Findings of rules
 *   are reported and do not fail it. Its `drifts` are those it repaired; `written` has artifacts before captures.
 * - A collect or derive that succeeded in part has what it gave written or compared, and the run comes to its outcome.
 * - `fail` writes nothing; drift and every other finding of severity `error` fail it. Captures are not compared.
 * - A thrown ConfigError gives the outcome `usage`, a ToolError `environment`, anything else `internal`.
 *
 * Severity overrides bear on drift and rules, not on what stood in the way of deriving.
 *
 * @req FP-DET-001
 */
export async function runDerivation<Config>(request: RunRequest<Config>): Promise<Verdict> {
  const { derivation, root } = request;
  const { findings, ...ended } = await endSafely(request);
  return {
    target: derivation.id,
    root,
    ...ended,
    findings: [...findings].sort(compareFindings),
  };
}

/**
 * Runs derivations over one root, one after the other, so that each sees what the one before it wrote.
 *
 * @req FP-ENG-012
 */
export async function runDerivations<Config>(request: RunAllRequest<Config>): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const derivation of request.derivations) {
    verdicts.push(await runDerivation({ ...request, derivation }));
  }
  return verdicts;
}

async function endSafely<Config>(request: RunRequest<Config>): Promise<Ended> {
  const parts: EndedPart[] = [];
  let fixCommand = request.derivation.id;
  try {
    fixCommand = request.derivation.fix(request.root, request.scope.version);
    for await (const plan of plansOf(request)) parts.push(await endPlan(plan, request, fixCommand));
    return joinParts(parts, request);
  } catch (error) {
    const { outcome, finding } = faultOf(error, {
      derivationId: request.derivation.id,
      fixCommand,
      absoluteRoot: request.ports.files.root,
    });
    return joinParts([...parts, { outcome, findings: [finding] }], request);
  }
}

/**
 * One plan; when a run writes, one for each part that the derivation can be collected in.
 *
 * @req FP-ENG-014
 */
async function* plansOf<Config>(request: RunRequest<Config>): AsyncIterable<Plan | Obstacle> {
  const { derivation, config, ports, scope, ending } = request;
  if (ending === 'fail' || derivation.collectParts === undefined) {
    yield await planDerivation(request);
    return;
  }
  for await (const part of derivation.collectParts(ports, config, scope)) {
    yield await planCollected(request, part);
  }
}

/** @req FP-DIAG-009 */
async function endPlan<Config>(
  plan: Plan | Obstacle,
  request: RunRequest<Config>,
  fixCommand: string,
): Promise<EndedPart> {
  if (plan.kind === 'obstacle') return { outcome: plan.outcome, findings: plan.findings };
  return request.ending === 'apply' ? applyPlan(plan, request) : failPlan(plan, request, fixCommand);
}

function joinParts<Config>(parts: readonly EndedPart[], { derivation }: RunRequest<Config>): Ended {
  if (parts.length === 0) throw new InternalError(`the derivation ${derivation.id} was collected in no part`);
  return {
    outcome: parts.map(({ outcome }) => outcome).reduce(worseOutcome),
    findings: parts.flatMap(({ findings }) => findings),
    drifts: parts.flatMap(({ drifts = [] }) => drifts),
    written: parts.flatMap(({ written = [] }) => written),
    removed: parts.flatMap(({ removed = [] }) => removed),
    compared: parts.reduce((sum, { compared = 0 }) => sum + compared, 0),
  };
}

/** @req FP-ENG-002, FP-ENG-006 */
async function applyPlan<Config>(plan: Plan, request: RunRequest<Config>): Promise<EndedPart> {
  const { artifacts, captures, drifts } = plan;
  const remove = drifts.flatMap((drift) => (drift.kind === 'orphan' ? [drift.path] : []));
  // Unchanged artifacts are named too: the writer leaves them alone and clears what a killed run left beside them.
  const write = [...artifacts, ...captures];
  const isNothing = write.length === 0 && remove.length === 0;
  const { written, removed } = isNothing
    ? { written: [], removed: [] }
    : await request.writer(request.ports.files.root, { write, remove });
  const wasWritten = new Set(written);
  return {
    outcome: plan.outcome,
    findings: [...plan.obstacles, ...applySeverity(plan.findings, request.severity ?? {})],
    drifts,
    written: artifacts.map(({ path }) => path).filter((path) => wasWritten.has(path)),
    removed: [...removed].sort(compareText),
    compared: artifacts.length,
  };
}

/** @req FP-ENG-003 */
function failPlan<Config>(plan: Plan, request: RunRequest<Config>, fixCommand: string): EndedPart {
  const context = { derivationId: request.derivation.id, fixCommand, root: request.root };
  const explained = plan.drifts.flatMap((drift) => explainDrift(drift, context));
  const weighed = applySeverity([...explained, ...plan.findings], request.severity ?? {});
  const findings = [...plan.obstacles, ...weighed];
  return {
    outcome: worseOutcome(plan.outcome, outcomeOf(findings)),
    findings,
    drifts: plan.drifts,
    compared: plan.artifacts.length,
  };
}
