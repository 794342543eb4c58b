import { createHash } from 'node:crypto';
import {
  withoutAbsent,
  type BinaryRecord,
  type Snapshot,
  type SnapshotCommand,
  type SnapshotFlag,
} from '@fixpoint/surface-formats';
import { toFeatureRecord } from './enabled-pass';
import { SNAPSHOT_GENERATOR } from './generator';
import { uniqueArgs, uniqueFlags } from './merge-pages';
import type { Surface } from './surface';
import { applySupplement, type Supplement } from './supplement';
import type { SurfaceNode } from './surface-tree';

/** What stands in a record beside the surface. */
export interface RecordHead {
  readonly tool: string;
  readonly binary: BinaryRecord;
  /** linux, macos or windows: what supplements are filtered by. */
  readonly platform: string;
  readonly collectedAt: string;
  readonly supplement?: Supplement;
}

/** The snapshot record of a surface. */
export function assembleSnapshot(surface: Surface, head: RecordHead): Snapshot {
  const read = [...surface.tree].map(([key, node]) => toCommand(node, surface.hiddenFlags.get(key) ?? []));
  const { commands, omissions } =
    head.supplement === undefined
      ? { commands: read, omissions: [] }
      : applySupplement(read, head.supplement, head.platform);
  return {
    snapshot_schema_version: 1,
    tool: head.tool,
    collected_at: head.collectedAt,
    binary: head.binary,
    commands,
    features: surface.features && toFeatureRecord(surface.features, surface.added),
    known_omissions: omissions,
    generator: SNAPSHOT_GENERATOR,
    probe: surface.probe,
  };
}

function toCommand(
  { path, listed, read, seenIn }: SurfaceNode,
  hidden: readonly SnapshotFlag[],
): SnapshotCommand {
  return withoutAbsent<SnapshotCommand>({
    path,
    about: read?.page.about ?? listed?.about,
    usage: read?.page.usage,
    args: uniqueArgs(read?.page.args ?? []),
    flags: uniqueFlags([...(read?.page.flags ?? []), ...hidden]),
    aliases: listed?.aliases,
    hidden: seenIn && true,
    seen_in: seenIn,
    help_sha256: read && sha256(read.source.text),
  });
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
