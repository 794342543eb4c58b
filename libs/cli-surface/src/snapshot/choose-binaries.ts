import { failureOf, success, type Finding, type Ports, type Result, type Scope } from '@fixpoint/model';
import type { Manifest, ToolConfig } from '@fixpoint/surface-formats';
import { findCandidates, type BinaryCandidate, type VersionFacts } from '../binary';
import { binaryFindings, type BinaryFindings } from './binary-findings';
import { examineExecutable, type Executable, type ExecutableProblem } from './executable';
import { answerText, openSession, type ToolSession } from './tool-session';

/** An executable that is measured, with what it says of its version. */
export interface ChosenBinary {
  readonly executable: Executable;
  readonly session: ToolSession;
  readonly versionOutput: string;
  readonly facts: VersionFacts & { readonly semantic_version: string };
}

/** What choosing needs of a run. */
export interface ChoiceContext {
  readonly ports: Ports;
  readonly manifest: Manifest;
  readonly tool: ToolConfig;
  readonly scope: Scope;
  parseVersion(output: string): VersionFacts;
}

/**
 * The executables to measure: the one the user named, or that of every target which is found in one version and runs here.
 * The version is the wanted one, else that of the first executable found.
 *
 * @req FP-SNAP-006
 */
export async function chooseBinaries(context: ChoiceContext): Promise<Result<readonly ChosenBinary[]>> {
  const { manifest, scope } = context;
  const findings = await binaryFindings(context.ports, manifest, scope);
  if (scope.target !== undefined && !manifest.targets.expected.includes(scope.target)) {
    return failureOf('usage', findings.unexpectedTarget(scope.target));
  }
  if (scope.binary !== undefined) return chooseNamed(context, scope.binary, findings);
  const configured = manifest.targets.expected.filter((target) => manifest.binaries[target] !== undefined);
  const targets = scope.target === undefined ? configured : [scope.target];
  const chosen: ChosenBinary[] = [];
  const problems: Finding[] = [];
  const absent: Finding[] = [];
  for (const target of targets) {
    const version = scope.version ?? chosen[0]?.facts.semantic_version;
    const choice = await chooseForTarget(context, { target, version, findings });
    if (choice.chosen !== undefined) chosen.push(choice.chosen);
    else problems.push(...choice.problems);
    absent.push(...choice.absent);
  }
  if (problems.length > 0) return failureOf('environment', ...problems);
  if (chosen.length === 0) return failureOf('environment', ...absent);
  return success(chosen);
}

async function chooseNamed(
  context: ChoiceContext,
  path: string,
  findings: BinaryFindings,
): Promise<Result<readonly ChosenBinary[]>> {
  const { scope } = context;
  const examined = await examineExecutable(context.ports, context.manifest, {
    path,
    target: scope.target,
    named: true,
  });
  if ('kind' in examined)
    return failureOf(outcomeOf(examined), findings.problem({ path, target: scope.target }, examined));
  const versioned = await readVersion(context, examined);
  if (!versioned.ok) return failureOf('environment', findings.version(examined, versioned.detail));
  const { semantic_version: version } = versioned.chosen.facts;
  if (scope.version !== undefined && version !== scope.version) {
    return failureOf('usage', findings.otherVersion(examined, version, scope.version));
  }
  return success([versioned.chosen]);
}

function outcomeOf({ kind }: ExecutableProblem): 'usage' | 'environment' {
  return kind === 'target-mismatch' || kind === 'target-unknown' ? 'usage' : 'environment';
}

/** A target's executable, the defects of those found, and what to say when there is none at all. */
interface Choice {
  readonly chosen?: ChosenBinary;
  readonly problems: readonly Finding[];
  readonly absent: readonly Finding[];
}

interface TargetRequest {
  readonly target: string;
  readonly version: string | undefined;
  readonly findings: BinaryFindings;
}

async function chooseForTarget(
  context: ChoiceContext,
  { target, version, findings }: TargetRequest,
): Promise<Choice> {
  const candidates = await findCandidates(context.ports, context.manifest, { target, version });
  const problems: Finding[] = [];
  const absent: Finding[] = [];
  for (const candidate of candidates) {
    const tried = await tryCandidate(context, candidate, { target, version, findings });
    if ('executable' in tried) return { chosen: tried, problems: [], absent: [] };
    (tried.isDefect ? problems : absent).push(tried.finding);
  }
  if (problems.length + absent.length === 0) absent.push(findings.missing(target, version));
  return { problems, absent };
}

async function tryCandidate(
  context: ChoiceContext,
  { path }: BinaryCandidate,
  { target, version, findings }: TargetRequest,
): Promise<ChosenBinary | { readonly isDefect: boolean; readonly finding: Finding }> {
  const named = context.scope.target !== undefined;
  const examined = await examineExecutable(context.ports, context.manifest, { path, target, named });
  if ('kind' in examined) {
    const finding =
      examined.kind === 'absent'
        ? findings.missing(target, version)
        : findings.problem({ path, target }, examined);
    return { isDefect: examined.kind !== 'absent' && examined.kind !== 'not-runnable', finding };
  }
  const versioned = await readVersion(context, examined);
  if (!versioned.ok) return { isDefect: true, finding: findings.version(examined, versioned.detail) };
  const found = versioned.chosen.facts.semantic_version;
  if (version === undefined || found === version) return versioned.chosen;
  return { isDefect: false, finding: findings.otherVersion(examined, found, version) };
}

async function readVersion(
  context: ChoiceContext,
  executable: Executable,
): Promise<
  { readonly ok: true; readonly chosen: ChosenBinary } | { readonly ok: false; readonly detail: string }
> {
  const { ports, tool } = context;
  const concurrency = tool.concurrency ?? ports.machine.parallelism;
  const session = await openSession(ports, {
    tool,
    concurrency,
    path: executable.path,
    runner: executable.runner,
    runnerEnv: executable.runnerEnv,
    progress: (done, asked) => ports.progress.update(`snapshot ${executable.target}`, done, asked),
  });
  const answer = await session.call(tool.versionArgs);
  if (!answer.ok) return { ok: false, detail: answer.problem.detail };
  if (answer.exitCode !== 0) return { ok: false, detail: `exit code ${answer.exitCode}` };
  const versionOutput = answerText(answer).text.trim();
  const { semantic_version: version, ...facts } = context.parseVersion(versionOutput);
  if (version === undefined)
    return { ok: false, detail: `no semantic version in ${JSON.stringify(versionOutput.slice(0, 80))}` };
  return {
    ok: true,
    chosen: { executable, session, versionOutput, facts: { semantic_version: version, ...facts } },
  };
}
