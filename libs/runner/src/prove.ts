import { join, relative, resolve } from 'node:path';
import { failure, success, type AnyDerivation, type Finding, type Ports, type Result } from '@fixpoint/model';
import { fixCommand } from '@fixpoint/surface-formats';
import { applyChanges, copyTree, createPorts } from '@fixpoint/workspace-io';
import { FAMILIES, type Family } from './families';
import { faultVerdict } from './fault-verdict';
import { EMPTY, stepRefused, type StepResult } from './lifecycle-verdict';
import { firstDifference, type Derivations } from './prove-difference';
import { conditionsOf, type Conditions } from './prove-conditions';
import { placeRoot, type RootPlace, type RootRequest } from './root-place';
import { absentMarker, findRoots, type OpenRoot, type PlaceToOpen } from './open-root';
import { workspaceOf } from './workspace-of';

/** What is to be proven. */
export interface ProveRequest extends RootRequest {
  /** Times everything is derived, at least two. */
  readonly runs: number;
  /** The command line itself: program and arguments that a target's name follows. */
  readonly self: readonly string[];
  readonly documents?: readonly string[];
  /** The kinds of roots; all that the product knows by default. */
  readonly families?: readonly Family[];
}

const TARGET = 'prove';
const RUN_TIMEOUT = 600_000;
const MOST_OUTPUT = 1_000_000;

/**
 * Derives every artifact of a root several times from nothing, each time in a copy of the workspace with another working directory, time
 * zone, locale and order in which files were made, and compares the bytes. What needs the machine (measurements) is kept as it is. Never throws.
 *
 * @req FP-DET-009
 */
export async function prove(request: ProveRequest): Promise<StepResult> {
  const { name, ports } = placeRoot(request);
  try {
    if (!Number.isSafeInteger(request.runs) || request.runs < 2) return tooFewRuns(name, request.runs);
    const opened = await openRoots({ name, ports, documents: request.documents }, request.families);
    if (!opened.ok) return stepRefused(TARGET, name, { ...opened, outcome: opened.outcome ?? 'usage' });
    const conditions = conditionsOf(request.runs);
    const runs: { readonly conditions: Conditions; readonly derived: Derivations }[] = [];
    for (const [index, condition] of conditions.entries()) {
      ports.progress.update(TARGET, index, conditions.length);
      const derived = await deriveInCopy({ name, ports, roots: opened.value }, request, condition);
      if (!derived.ok) return stepRefused(TARGET, name, derived);
      runs.push({ conditions: condition, derived: derived.value });
    }
    return conclude(name, runs);
  } catch (error) {
    return { verdict: faultVerdict(error, { target: TARGET, root: name, absoluteRoot: ports.files.root }) };
  } finally {
    ports.progress.end();
  }
}

function conclude(
  name: string,
  runs: readonly { readonly conditions: Conditions; readonly derived: Derivations }[],
): StepResult {
  const [first, ...others] = runs;
  const reference = first?.derived ?? new Map<string, string>();
  if (reference.size === 0) return stepRefused(TARGET, name, { findings: [nothingDerived(name)] });
  const findings = others.flatMap(({ derived, conditions }) =>
    firstDifference(reference, derived, conditions),
  );
  if (findings.length > 0) return stepRefused(TARGET, name, { findings });
  return {
    text: `${reference.size} artifact${reference.size === 1 ? '' : 's'} of ${name}: the same bytes in ${runs.length} runs\n${runs
      .map(({ conditions }, index) => `  run ${index + 1}: ${conditions.text}\n`)
      .join('')}`,
    verdict: { ...EMPTY, target: TARGET, root: name, compared: reference.size * runs.length },
  };
}

/** Everything that the directory is a root of; what cannot be read of it proves nothing. */
async function openRoots(
  place: PlaceToOpen,
  families: readonly Family[] = FAMILIES,
): Promise<Result<readonly OpenRoot[]>> {
  const found = await findRoots(place, families);
  if (found.length === 0) return failure(absentMarker(place.name, families));
  const findings = found.flatMap(({ opened }) => (opened.ok ? [] : opened.findings));
  if (findings.length > 0) return failure(...findings);
  return success(found.flatMap(({ opened }) => (opened.ok ? [opened.value] : [])));
}

async function deriveInCopy(
  { name, ports, roots }: RootPlace & { readonly roots: readonly OpenRoot[] },
  { self, documents, base }: ProveRequest,
  conditions: Conditions,
): Promise<Result<Derivations>> {
  const workspace = await workspaceOf(ports, base);
  return ports.scratch.with(TARGET, async (scratch) => {
    const copy = join(scratch, conditions.directory);
    copyTree(workspace, copy, conditions.order);
    const root = resolve(copy, relative(workspace, ports.files.root));
    const inCopy = createPorts({ root });
    await applyChanges(root, { write: [], remove: await derivedFiles(inCopy, roots) });
    for (const target of roots.flatMap(targetsOf)) {
      const failed = await runTarget(inCopy, { target, root, name, self, documents, conditions });
      if (failed !== undefined) return failure(failed);
    }
    const files = await derivedFiles(inCopy, roots);
    const texts = await Promise.all(files.map((file) => inCopy.files.readText(file)));
    return success(new Map(files.map((file, index) => [file, texts[index] ?? ''])));
  });
}

/** What `validate` derives as well: everything that needs no machine of its own. */
function provableOf({ targets, validated }: Family): AnyDerivation[] {
  return Object.values(targets).flatMap((derivations) =>
    derivations.filter((one) => validated.includes(one)),
  );
}

function targetsOf({ family, config }: OpenRoot): string[] {
  const { targets, validated, switchedOff } = family;
  return Object.entries(targets).flatMap(([target, derivations]) =>
    derivations.every((one) => validated.includes(one)) && switchedOff?.(config, target) === undefined
      ? [target]
      : [],
  );
}

async function derivedFiles({ files }: Ports, roots: readonly OpenRoot[]): Promise<string[]> {
  const globs = roots.flatMap(({ family, config }) => [
    ...provableOf(family).flatMap((derivation) => derivation.owns(config, { check: false })),
    ...(family.outputs?.(config) ?? []),
  ]);
  return globs.length === 0 ? [] : [...(await files.list([...new Set(globs)]))];
}

interface TargetRun {
  readonly target: string;
  /** Absolute, in the copy. */
  readonly root: string;
  /** As the user names it. */
  readonly name: string;
  readonly self: readonly string[];
  readonly documents: readonly string[] | undefined;
  readonly conditions: Conditions;
}

/** Runs a target in a process of its own, since time zone and locale are those of a process; gives what went wrong. */
async function runTarget(
  ports: Ports,
  { target, root, name, self, documents = [], conditions }: TargetRun,
): Promise<Finding | undefined> {
  const [command = '', ...args] = self;
  const cwd = resolve(root, conditions.cwd);
  const result = await ports.processes.run({
    command,
    args: [
      ...args,
      target,
      '--root',
      relative(cwd, root) || '.',
      ...(documents.length > 0 ? ['--document', ...documents] : []),
    ],
    env: { ...inherited(ports), ...conditions.env },
    cwd,
    timeoutMs: RUN_TIMEOUT,
    maxBytes: MOST_OUTPUT,
  });
  if (result.status === 'exited' && (result.exitCode === 0 || result.exitCode === 1)) return undefined;
  const output = new TextDecoder().decode(result.stdout) + new TextDecoder().decode(result.stderr);
  return {
    id: 'prove/target-failed',
    severity: 'error',
    message: `${target} did not come to an end (${result.status}${result.exitCode === undefined ? '' : `, exit code ${result.exitCode}`}) under ${conditions.text}: ${output.trim().split('\n').slice(0, 8).join('; ')}`,
    file: '.',
    fix: `make this pass first: ${fixCommand(target, { root: name })}`,
  };
}

function inherited({ machine }: Ports): Record<string, string> {
  return Object.fromEntries(
    ['PATH', 'HOME', 'USERPROFILE', 'SystemRoot', 'TEMP', 'TMP', 'NODE_OPTIONS', 'SOURCE_DATE_EPOCH'].flatMap(
      (key) => {
        const value = machine.env(key);
        return value === undefined ? [] : [[key, value]];
      },
    ),
  );
}

function tooFewRuns(name: string, runs: number): StepResult {
  const finding: Finding = {
    id: 'usage/too-few-runs',
    severity: 'error',
    message: 'what is derived once is compared with nothing',
    file: '.',
    expected: 'two runs or more',
    actual: String(runs),
    fix: `fixpoint prove --root ${name} --runs 3`,
  };
  return stepRefused(TARGET, name, { findings: [finding], outcome: 'usage' });
}

function nothingDerived(name: string): Finding {
  return {
    id: 'prove/nothing-derived',
    severity: 'error',
    message: `nothing was derived in ${name}, so nothing is proven`,
    file: '.',
    fix: `see what it should derive: fixpoint validate --root ${name}`,
  };
}
