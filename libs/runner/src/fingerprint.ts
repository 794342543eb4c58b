import { createHash } from 'node:crypto';
import { findCandidates } from '@fixpoint/cli-surface';
import type { Manifest } from '@fixpoint/surface-formats';
import { placeRoot, type RootRequest } from './root-place';
import { openRoot } from './run-target';

/**
 * A digest over the executables that a snapshot of this root would measure now, and over the commands that run foreign ones.
 * It stands in a task's hash for files that Nx does not see (installed packages, acquired binaries). A root that cannot be
 * read has a digest as well: its snapshot has to run, and fail with a reason.
 */
export async function fingerprint(request: RootRequest): Promise<string> {
  const place = placeRoot(request);
  try {
    const opened = await openRoot(place);
    if (!opened.ok) return 'unreadable';
    const manifest = opened.value.config as Manifest;
    const parts: string[] = [];
    for (const target of Object.keys(manifest.binaries)) {
      const { runner } = manifest.binaries[target] ?? { runner: [] };
      const runs =
        runner[0] === undefined ? 'native' : ((await place.ports.binaries.which(runner[0])) ?? 'no-runner');
      for (const { path } of await findCandidates(place.ports, manifest, { target })) {
        const binary = await place.ports.binaries.inspect(path);
        parts.push(
          `${target} ${runs === 'native' || runs === 'no-runner' ? runs : 'runner'} ${'sha256' in binary ? binary.sha256 : binary.problem}`,
        );
      }
    }
    return parts.length === 0
      ? 'nothing'
      : createHash('sha256').update(parts.sort().join('\n')).digest('hex');
  } catch {
    return 'unreadable';
  }
}
