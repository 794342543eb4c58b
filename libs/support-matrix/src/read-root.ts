import { failure, success, type Finding, type Result } from '@fixpoint/model';
import { compareBytes, NO_VERSION, pointerFile, type PointerKind } from '@fixpoint/surface-formats';
import { expectedTargetsShape } from './expected-targets';
import { readDocument } from './read-document';
import type { RootFiles } from './root-files';
import { metadataShape, reportShape, type MetadataFacts, type ReportFacts } from './shapes';

/** One version on one target. */
export interface VersionTarget {
  readonly version: string;
  readonly target: string;
}

/** The parity root of one tool, as far as the matrix needs it. */
export interface ToolFacts {
  readonly tool: string;
  readonly targets: readonly string[];
  /** Metadata of every version that has some. */
  readonly versions: readonly MetadataFacts[];
  /** The report that speaks for a target: its own, otherwise the first of `any` and `all` that covers it. */
  readonly report: (at: VersionTarget) => ReportFacts | undefined;
  /** The version that a pointer of a target names, if any. */
  readonly pointed: (kind: PointerKind, target: string) => string | undefined;
}

const MARKER = 'RULES.json';
const METADATA = /^versions\/[^/]+\.json$/;
const REPORT = /^reports\/([^/]+)\/coverage\.(.+)\.json$/;

/** Reads the files of one tool's root, or says everything that stands in the way. */
export function readRoot(source: RootFiles): Result<ToolFacts> {
  const targets = readDocument(source, MARKER, expectedTargetsShape);
  if (!targets.ok) return targets;
  if (targets.value === undefined) return failure(noRoot(source));
  const metadata = readAll(source, METADATA, metadataShape);
  const reports = readAll(source, REPORT, reportShape);
  const problems = [metadata, reports].flatMap((read) => (read.ok ? [] : read.findings));
  if (!metadata.ok || !reports.ok || problems.length > 0) return failure(...problems);
  if (metadata.value.size === 0) return failure(noVersions(source));
  return success({
    tool: source.tool,
    targets: targets.value,
    versions: [...metadata.value.values()],
    report: (at) => reportFor(reports.value, at),
    pointed: (kind, target) => pointed(source, pointerFile(kind, target)),
  });
}

function readAll<T>(
  source: RootFiles,
  pattern: RegExp,
  shape: Parameters<typeof readDocument<T>>[2],
): Result<ReadonlyMap<string, T>> {
  const paths = [...source.files.keys()].filter((path) => pattern.test(path)).sort(compareBytes);
  const documents = paths.map((path) => [path, readDocument(source, path, shape)] as const);
  const problems = documents.flatMap(([, document]) => (document.ok ? [] : document.findings));
  if (problems.length > 0) return failure(...problems);
  return success(
    new Map(
      documents.flatMap(([path, document]): [string, T][] =>
        document.ok && document.value !== undefined ? [[path, document.value]] : [],
      ),
    ),
  );
}

function reportFor(
  reports: ReadonlyMap<string, ReportFacts>,
  { version, target }: VersionTarget,
): ReportFacts | undefined {
  const place = (filter: string): string => `reports/${version}/coverage.${filter}.json`;
  const shared = [place('any'), place('all')].flatMap((path) => reports.get(path) ?? []);
  return (
    reports.get(place(target)) ??
    shared.find(
      ({ inputs: { upstream } }) => upstream.targets.length === 0 || upstream.targets.includes(target),
    )
  );
}

function pointed({ files }: RootFiles, path: string): string | undefined {
  const version = files.get(path)?.trim();
  return version === '' || version === NO_VERSION ? undefined : version;
}

function noRoot({ tool, root }: RootFiles): Finding {
  return {
    id: 'support-matrix/root-missing',
    severity: 'error',
    message: `${root} holds no ${MARKER}, so nothing is known of ${tool}`,
    file: 'SUPPORT.json',
    path: tool,
    actual: root,
    fix: `correct the root of "${tool}" in SUPPORT.json, or remove the tool from it`,
  };
}

function noVersions({ tool, root }: RootFiles): Finding {
  return {
    id: 'support-matrix/no-versions',
    severity: 'error',
    message: `${tool} has no metadata of any version below ${root}/versions, so there is nothing to publish`,
    file: 'SUPPORT.json',
    path: tool,
    fix: `fixpoint version-metadata --root ${root}`,
  };
}
