import { mergeReferenceEntries } from '@fixpoint/help-parser';
import { compareFindings, failure, success, type Artifact, type Finding, type Result } from '@fixpoint/model';
import {
  compareBytes,
  withoutAbsent,
  type BinaryRecord,
  type FeatureRecord,
  type Snapshot,
  type SnapshotCommand,
} from '@fixpoint/surface-formats';
import { crawlPages, type CrawledPages } from './crawl-pages';
import { enableArgs, featureRecord, probeFeatures } from './probe-features';
import { failedVersion, invalidTime, versionMismatch, type ProblemPlace } from './reference-problem';
import { hasSucceeded, outputText, type ReferenceRunner } from './reference-run';
import type { ReferenceTool } from './reference-tool';
import { parseReferenceVersion, type ReferenceVersion } from './reference-version';
import { isRfc3339 } from './rfc3339';
import { applySupplement, type ReferenceSupplement } from './supplement';

/** What is known of the executable without running it. */
export type ReferenceBinary = Pick<BinaryRecord, 'sha256' | 'size_bytes' | 'platform' | 'target_triple'>;

/** What a snapshot of rules version 1 is made from. */
export interface ReferenceSnapshotRequest {
  readonly tool: ReferenceTool;
  readonly run: ReferenceRunner;
  /** The executable as it stands in messages and in omissions; the reference writes its absolute path. */
  readonly command: string;
  /** `platform` is that of the program that measures (`linux`, `macos`, `windows`; `x86_64`, `aarch64`). */
  readonly binary: ReferenceBinary;
  /** RFC 3339; recorded as it is given. */
  readonly collectedAt: string;
  /** The version whose directory the snapshot goes to; the executable must be of that version. */
  readonly version?: string;
  readonly supplement?: ReferenceSupplement;
  /** Pages after which the tree is taken for an endless one; 5,000 when absent. The reference has no bound. */
  readonly maxPages?: number;
  /** The snapshot file as findings name it; `snapshots/<version>/<target>.json` when absent. */
  readonly file?: string;
}

/** A snapshot and the pages it was read from. */
export interface ReferenceSnapshot {
  /** Keys in the order of the format: `toJsonText` gives the bytes of the reference. */
  readonly snapshot: Snapshot;
  /** One page a command, in path order; paths are below the raw help directory of the version and target. */
  readonly captures: readonly Artifact[];
}

const DEFAULT_MAX_PAGES = 5_000;

/**
 * Measures a tool's help surface by rules version 1 (parity contract §2, §3), byte for byte like the reference, defects
 * included. Whatever makes a snapshot impossible is a finding; nothing is thrown but what the runner throws.
 */
export async function referenceSnapshot(
  request: ReferenceSnapshotRequest,
): Promise<Result<ReferenceSnapshot>> {
  const place = problemPlace(request);
  if (!isRfc3339(request.collectedAt)) return failure(invalidTime(place, request.collectedAt));
  const version = await probeVersion(request, place);
  if (!version.ok) return version;
  const surface = await readSurface(request, place);
  if (!surface.ok) return surface;
  const { entries, features, omissions, captures } = surface.value;
  const supplemented = applySupplement(entries, request.supplement);
  const known = [...[...omissions].sort(compareBytes), ...supplemented.omissions];
  const snapshot = withoutAbsent<Snapshot>({
    snapshot_schema_version: 1,
    tool: request.tool.name,
    collected_at: request.collectedAt,
    binary: binaryRecord(request.binary, version.value),
    commands: supplemented.entries,
    features,
    known_omissions: known.length === 0 ? undefined : known,
  });
  return success({ snapshot, captures });
}

function problemPlace({ command, file, version, binary }: ReferenceSnapshotRequest): ProblemPlace {
  return { command, file: file ?? `snapshots/${version ?? 'unknown'}/${binary.target_triple}.json` };
}

function binaryRecord(binary: ReferenceBinary, version: ReferenceVersion): BinaryRecord {
  const { sha256, size_bytes, platform, target_triple } = binary;
  return {
    sha256,
    size_bytes,
    platform: { os: platform.os, arch: platform.arch },
    target_triple,
    ...version,
  };
}

async function probeVersion(
  { tool, run, version }: ReferenceSnapshotRequest,
  place: ProblemPlace,
): Promise<Result<ReferenceVersion>> {
  const args = ['--version'];
  const printed = await run(args, { env: tool.env });
  if (!hasSucceeded(printed)) return failure(failedVersion(place, args, printed));
  const found = parseReferenceVersion(outputText(printed), tool);
  return version === undefined || version === found.semantic_version
    ? success(found)
    : failure(versionMismatch(place, version, found.semantic_version));
}

interface Surface {
  readonly entries: readonly SnapshotCommand[];
  readonly captures: readonly Artifact[];
  readonly omissions: readonly string[];
  readonly features?: FeatureRecord;
}

// The pages of the pass with features on are the ones that are captured; without features those of the only pass.
async function readSurface(request: ReferenceSnapshotRequest, place: ProblemPlace): Promise<Result<Surface>> {
  const { tool, run, maxPages = DEFAULT_MAX_PAGES } = request;
  const features = await probeFeatures(tool, run, request.command);
  const globals = enableArgs(tool, features);
  const [base, enabled] = await Promise.all([
    crawlPages({ tool, run, place, maxPages, globals: [] }),
    globals.length === 0 ? undefined : crawlPages({ tool, run, place, maxPages, globals }),
  ]);
  const problems = problemsOf(base, enabled);
  if (problems.length > 0) return failure(...problems);
  const merged = enabled === undefined ? undefined : mergeReferenceEntries(base.entries, enabled.entries);
  return success({
    entries: merged?.entries ?? base.entries,
    captures: (enabled ?? base).captures,
    omissions: base.omissions,
    features: features && featureRecord(features, merged?.added),
  });
}

// A page that fails in both passes is told of once.
function problemsOf(base: CrawledPages, enabled: CrawledPages | undefined): readonly Finding[] {
  const known = new Set(base.problems.map(({ path }) => path));
  return [...base.problems, ...(enabled?.problems ?? []).filter(({ path }) => !known.has(path))].sort(
    compareFindings,
  );
}
