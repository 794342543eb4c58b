import { createHash } from 'node:crypto';
import { findCandidates, type BinaryCandidate } from '@fixpoint/cli-surface';
import { compareText, type Ports } from '@fixpoint/model';
import type { Manifest } from '@fixpoint/surface-formats';
import { placeRoot, type RootRequest } from './root-place';
import { openRoot } from './open-root';

/**
 * A digest over the executables that a snapshot of this root would measure now, over what can run them here and over the kind
 * of machine. It stands in a task's hash for what Nx does not see (installed packages, acquired binaries, emulators). A root
 * that cannot be read has a digest as well: its snapshot has to run, and fail with a reason.
 *
 * @req FP-NX-006
 */
export async function fingerprint(request: RootRequest): Promise<string> {
  const place = placeRoot(request);
  try {
    const opened = await openRoot(place);
    if (!opened.ok) return 'unreadable';
    const manifest = opened.value.config as Manifest;
    const targets = Object.keys(manifest.binaries).sort(compareText);
    if (targets.length === 0) return 'nothing';
    const { platform } = place.ports.machine;
    const parts = [`${platform?.os} ${platform?.arch}`];
    for (const target of targets) parts.push(await describeTarget(place.ports, manifest, target));
    return createHash('sha256').update(parts.join('\n')).digest('hex');
  } catch {
    return 'unreadable';
  }
}

async function describeTarget(ports: Ports, manifest: Manifest, target: string): Promise<string> {
  const runner = manifest.binaries[target]?.runner[0];
  const runs =
    runner === undefined ? 'native' : (await ports.binaries.which(runner)) ? 'runner' : 'no-runner';
  const parts = [target, runs];
  for (const candidate of await findCandidates(ports, manifest, { target })) {
    const content = await describeCandidate(ports, candidate);
    parts.push(content);
    // The first that can be used is the one that is measured.
    if (!PROBLEMS.has(content)) break;
  }
  return parts.join(' ');
}

const PROBLEMS: ReadonlySet<string> = new Set(['absent', 'not-a-file', 'not-executable']);

// An installed package is told by its version, which the lock file binds to its content; reading 300 MB takes longer.
async function describeCandidate(ports: Ports, { path, claimedVersion }: BinaryCandidate): Promise<string> {
  if (claimedVersion !== undefined && path.includes('/node_modules/')) {
    // Without a start there is a problem, which `inspect` names without reading the file.
    if ((await ports.binaries.head?.(path)) !== undefined) return claimedVersion;
  }
  const binary = await ports.binaries.inspect(path);
  return 'sha256' in binary ? binary.sha256 : binary.problem;
}
