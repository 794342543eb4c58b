import { failure, success, type Artifact, type Finding, type Result } from '@fixpoint/model';
import {
  fixCommand,
  newestTimestamp,
  type Manifest,
  type Union,
  type WrapperCoverage,
} from '@fixpoint/surface-formats';
import { ruleSetOf } from '../rule-sets';
import { findingAt } from '@fixpoint/structured-text';
import { type CommittedInput, type CoverageIndex, indexCoverage, Upstream } from '@fixpoint/surface-units';
import { buildReport } from './build-report';
import { classify, type ClassifiedUnit } from './classify';
import { contextsOf, type ReportContext } from './report-context';
import { renderWorkQueue } from './work-queue';

/** What is read for the reports of one version. */
export interface VersionFacts {
  readonly version: string;
  /** The committed `snapshots/<version>/union.json`. */
  readonly union?: string;
  /** The committed reports by path. */
  readonly committed: Readonly<Record<string, string>>;
}

/** Everything that the reports of one version are made from. */
export interface VersionInputs {
  readonly facts: VersionFacts;
  readonly epoch?: string;
  readonly union: CommittedInput<Union>;
  readonly wrapper: CommittedInput<WrapperCoverage>;
  readonly manifest: Manifest;
}

/** All reports of one version, or everything that makes them impossible. */
export function deriveVersion(inputs: VersionInputs): Result<readonly Artifact[]> {
  const { union, manifest, facts } = inputs;
  const differing = targetsDiffer(inputs);
  if (differing !== undefined) return failure(differing);
  const read = readSurfaces(inputs);
  const views = contextsOf(union.value, manifest.targets.expected).map((context) =>
    viewOf(inputs, read, context),
  );
  const problems = views.flatMap((view) => view.problems);
  if (problems.length > 0) return failure(...problems);
  const reports = views.map((view) => toArtifact(view, inputs));
  const queue = views[0] && ruleSetOf(manifest).report.workQueue ? [toWorkQueue(views[0], inputs)] : [];
  return success([
    ...reports,
    ...queue.map((text) => ({ path: `reports/${facts.version}/work-queue.md`, text })),
  ]);
}

/** Both sides of the comparison, the same for every view. */
interface Surfaces {
  readonly upstream: Upstream;
  readonly index: CoverageIndex;
}

function readSurfaces({ union, wrapper, manifest }: VersionInputs): Surfaces {
  const upstream = new Upstream(union.value, ruleSetOf(manifest).report.upstream);
  const index = indexCoverage(wrapper.value.coverage, manifest.targets, (ref) => upstream.canonical(ref));
  return { upstream, index };
}

interface View {
  readonly context: ReportContext;
  readonly upstream: Upstream;
  readonly units: readonly ClassifiedUnit[];
  readonly problems: readonly Finding[];
}

function viewOf(
  { wrapper, manifest }: VersionInputs,
  { upstream, index }: Surfaces,
  context: ReportContext,
): View {
  const { createResolver, destinations } = ruleSetOf(manifest).report;
  const resolver = createResolver({ context, index, upstream, document: wrapper.document });
  const units = classify({ context, upstream, index, resolver, manifest, destinations });
  return { context, upstream, units, problems: resolver.problems };
}

function toArtifact({ context, units }: View, inputs: VersionInputs): Artifact {
  const { facts, epoch, union, wrapper, manifest } = inputs;
  const path = `reports/${facts.version}/${context.fileName}`;
  const { schema_version, wrapper_version } = wrapper.value;
  const record = buildReport(units, context, {
    version: facts.version,
    wrapper: { schema_version, ...(wrapper_version == null ? {} : { wrapper_version }) },
    rulesSchemaVersion: manifest.rulesSchemaVersion,
  });
  const times = [union.value.collected_at, wrapper.value.generated_at].filter((time) => time != null);
  const inputsTime = newestTimestamp(times);
  const committed = facts.committed[path];
  return { path, text: ruleSetOf(manifest).timestamp(record, { epoch, committed, inputs: inputsTime }) };
}

function toWorkQueue({ units, upstream, context }: View, { facts, manifest }: VersionInputs): string {
  return renderWorkQueue(units, { version: facts.version, upstream, relevant: context.relevant, manifest });
}

// Parity contract §6.3: a view over all targets needs a union that was made for all of them.
function targetsDiffer({ union, manifest, facts }: VersionInputs): Finding | undefined {
  const { expected } = manifest.targets;
  const known = union.value.expected_targets;
  if (!union.value.complete || expected.every((target) => known.includes(target))) return undefined;
  return findingAt(union.document, '/expected_targets', {
    id: 'report/targets-differ',
    message: `the union of ${facts.version} was made for other targets than RULES.json expects`,
    expected: expected.join(', '),
    actual: known.join(', '),
    fix: fixCommand('union', manifest, facts.version),
  });
}
