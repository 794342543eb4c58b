import type { Ports } from '@fixpoint/model';
import type { Manifest } from '@fixpoint/surface-formats';
import { findCandidates } from '../binary';
import { examineExecutable } from './executable';

/** What a committed snapshot says of its executable. */
export interface MeasuredExecutable {
  readonly version: string;
  readonly target: string;
  /** SHA-256 in lower-case hex. */
  readonly sha256: string;
  /** An executable to look at instead of those that are configured (absolute path). */
  readonly path?: string;
}

/**
 * Finds the executable that a snapshot was made from, by its digest, and how it is run here. Where there is none, the reason
 * names no path, so that it is the same on every machine.
 */
export async function findMeasuredExecutable(
  ports: Ports,
  manifest: Manifest,
  wanted: MeasuredExecutable,
): Promise<
  | { readonly path: string; readonly sizeBytes: number; readonly runner: readonly string[] }
  | { readonly absent: string }
> {
  const { target, version, sha256 } = wanted;
  const candidates =
    wanted.path === undefined
      ? await findCandidates(ports, manifest, { target, version })
      : [{ path: wanted.path }];
  let absent = 'its executable is not here';
  for (const { path } of candidates) {
    const examined = await examineExecutable(ports, manifest, { path, target, named: true });
    if ('kind' in examined) {
      if (examined.kind !== 'absent') absent = examined.detail;
      continue;
    }
    const file = await ports.binaries.inspect(path);
    if ('problem' in file) continue;
    if (file.sha256 === sha256) return { path, sizeBytes: file.sizeBytes, runner: examined.runner };
    absent = 'the executable here is not the one of the committed snapshot';
  }
  return { absent };
}
