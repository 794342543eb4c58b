import { failureOf, success, type Finding, type Result } from '@fixpoint/model';
import { fixCommand, withoutAbsent, type BinaryRecord, type ToolConfig } from '@fixpoint/surface-formats';
import { parseVersionOutput } from '../binary';
import { snapshotFile } from '../validate-snapshot';
import { assembleSnapshot } from './assemble';
import { surfaceCaptures } from './captures';
import type { ChosenBinary } from './choose-binaries';
import { readKnownSurface } from './committed';
import { targetFacts } from './executable';
import { MARKER, snapshotFinding } from './findings';
import { hashBinary } from './hash-binary';
import { readSurface } from './read-surface';
import type { Measurement, MeasureRequest, RuleContext, SnapshotRules } from './rule-sets';
import { readSupplement, type Supplement } from './supplement';
import { surfaceFindings } from './surface-findings';

/** Rules version 2: everything comes from the marker. */
export async function openSurfaceRules(context: RuleContext): Promise<Result<SnapshotRules>> {
  const { tool } = context.manifest;
  if (tool === undefined) return failureOf('usage', noTool());
  const supplement = await openSupplement(context, tool);
  if (!supplement.ok) return supplement;
  return success({
    tool,
    parseVersion: parseVersionOutput,
    measure: (request) => measure(request, { ...context, tool, supplement: supplement.value }),
  });
}

function noTool(): Finding {
  return snapshotFinding('tool-unknown', {
    file: MARKER,
    message: 'the marker does not say which tool is measured',
    fix: `add "tool": {"name": "<name>"} to ${MARKER}`,
  });
}

async function openSupplement(
  { ports }: RuleContext,
  tool: ToolConfig,
): Promise<Result<Supplement | undefined>> {
  if (tool.supplement === undefined) return success(undefined);
  const read = await readSupplement(ports.files, tool.supplement);
  if (!read.ok) return { ...read, outcome: 'usage' };
  if (read.value !== undefined) return read;
  return failureOf(
    'usage',
    snapshotFinding('supplement-missing', {
      file: MARKER,
      path: '/tool/supplement',
      message: `the supplement ${tool.supplement} is not there`,
      fix: `write {"version": 1, "commands": []} to ${tool.supplement}, or remove "supplement" from ${MARKER}`,
    }),
  );
}

interface SurfaceContext extends RuleContext {
  readonly tool: ToolConfig;
  readonly supplement: Supplement | undefined;
}

async function measure(request: MeasureRequest, context: SurfaceContext): Promise<Result<Measurement>> {
  const { ports, manifest, tool, supplement } = context;
  const { executable, session, facts } = request.binary;
  const { target } = executable;
  const version = facts.semantic_version;
  const known = await readKnownSurface(ports.files, target);
  // Hashing a large executable takes as long as many pages, and nothing of it is needed before the end.
  const [file, outcome] = await Promise.all([
    hashBinary(ports, executable.path),
    readSurface({ ports, session, known }),
  ]);
  const place = {
    file: snapshotFile(version, target),
    fix: fixCommand('snapshot', { root: manifest.root, version, target }),
  };
  if (!outcome.ok)
    return failureOf('environment', rootPageFailed(request.binary, outcome.failure.detail, place.file));
  const record = assembleSnapshot(outcome.surface, {
    tool: tool.name,
    binary: toBinaryRecord(request.binary, file),
    collectedAt: request.collectedAt,
    platform: targetFacts(manifest, target).os ?? executable.platform.os,
    supplement,
  });
  return success(
    { record, captures: surfaceCaptures(outcome.surface, version, target) },
    surfaceFindings(outcome.surface, place),
  );
}

function toBinaryRecord(
  { executable, versionOutput, facts }: ChosenBinary,
  file: Pick<BinaryRecord, 'sha256' | 'size_bytes'>,
): BinaryRecord {
  const { platform, target } = executable;
  return withoutAbsent<BinaryRecord>({
    ...file,
    platform,
    target_triple: target,
    version_output: versionOutput,
    ...facts,
  });
}

/** @req FP-SNAP-004 */
function rootPageFailed({ executable, session }: ChosenBinary, detail: string, file: string): Finding {
  const { helpFlag } = session.tool;
  return snapshotFinding('root-page-failed', {
    file,
    message: `${executable.path} ${helpFlag} gives no help page: ${detail}`,
    fix: `run ${[...executable.runner, executable.path].join(' ')} ${helpFlag} to see why; nothing was written`,
  });
}
