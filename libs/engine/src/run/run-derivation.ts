import type { AnyDerivation, Verdict } from '@fixpoint/model';
import { compareFindings, compareText, worseOutcome } from '@fixpoint/model';
import { explainDrift } from '../drift/explain-drift';
import { faultOf } from './fault';
import { outcomeOf } from './outcome';
import { type Plan, planDerivation, type PlanRequest } from './plan';
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

type Ended = Pick<Verdict, 'outcome' | 'findings'> &
  Partial<Pick<Verdict, 'drifts' | 'written' | 'removed' | 'compared'>>;

/**
 * Runs collect → derive → compare and then one of the two endings. Never throws.
 *
 * - A failed collect or derive ends either run, with nothing written and the outcome that the failure names.
 * - `apply` hands artifacts and captures to the writer, which writes what changed, and removes orphans. Findings of rules
 *   are reported and do not fail it. Its `drifts` are those it repaired; `written` has artifacts before captures.
 * - A collect or derive that succeeded in part has what it gave written or compared, and the run comes to its outcome.
 * - `fail` writes nothing; drift and every other finding of severity `error` fail it. Captures are not compared.
 * - A thrown ConfigError gives the outcome `usage`, a ToolError `environment`, anything else `internal`.
 *
 * Severity overrides bear on drift and rules, not on what stood in the way of deriving.
 */
export async function runDerivation<Config>(request: RunRequest<Config>): Promise<Verdict> {
  const { derivation, root } = request;
  const { findings, ...ended } = await endSafely(request);
  return {
    target: derivation.id,
    root,
    drifts: [],
    written: [],
    removed: [],
    compared: 0,
    ...ended,
    findings: [...findings].sort(compareFindings),
  };
}

/** Runs derivations over one root, one after the other, so that each sees what the one before it wrote. */
export async function runDerivations<Config>(request: RunAllRequest<Config>): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const derivation of request.derivations) {
    verdicts.push(await runDerivation({ ...request, derivation }));
  }
  return verdicts;
}

async function endSafely<Config>(request: RunRequest<Config>): Promise<Ended> {
  let fixCommand = request.derivation.id;
  try {
    fixCommand = request.derivation.fix(request.root, request.scope.version);
    const plan = await planDerivation(request);
    if (plan.kind === 'obstacle') return { outcome: plan.outcome, findings: plan.findings };
    return request.ending === 'apply' ? await applyPlan(plan, request) : failPlan(plan, request, fixCommand);
  } catch (error) {
    const { outcome, finding } = faultOf(error, {
      derivationId: request.derivation.id,
      fixCommand,
      absoluteRoot: request.ports.files.root,
    });
    return { outcome, findings: [finding] };
  }
}

async function applyPlan<Config>(plan: Plan, request: RunRequest<Config>): Promise<Ended> {
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
    findings: applySeverity(plan.findings, request.severity ?? {}),
    drifts,
    written: artifacts.map(({ path }) => path).filter((path) => wasWritten.has(path)),
    removed: [...removed].sort(compareText),
    compared: artifacts.length,
  };
}

function failPlan<Config>(plan: Plan, request: RunRequest<Config>, fixCommand: string): Ended {
  const context = { derivationId: request.derivation.id, fixCommand, root: request.root };
  const explained = plan.drifts.flatMap((drift) => explainDrift(drift, context));
  const findings = applySeverity([...explained, ...plan.findings], request.severity ?? {});
  return {
    outcome: worseOutcome(plan.outcome, outcomeOf(findings)),
    findings,
    drifts: plan.drifts,
    compared: plan.artifacts.length,
  };
}
