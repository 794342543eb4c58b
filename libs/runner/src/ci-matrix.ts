import { ciMatrix as matrixOf, type MatrixEntry } from '@fixpoint/ci-workflows';
import type { Verdict } from '@fixpoint/model';
import type { Manifest } from '@fixpoint/surface-formats';
import { faultVerdict } from './fault-verdict';
import { openRoot } from './open-root';
import { placeRoot, type RootRequest } from './root-place';

const TARGET = 'ci-matrix';

/** The matrix of snapshots of a root, for the workflow that makes them. Never throws. */
export async function ciMatrix(request: RootRequest): Promise<{
  readonly verdict: Verdict;
  readonly matrix?: readonly MatrixEntry[];
  /** Whether there is a wrapper to report on. */
  readonly hasWrapper?: boolean;
}> {
  const { name: root, ports } = placeRoot(request);
  const base = { target: TARGET, root, drifts: [], written: [], removed: [], compared: 0 } as const;
  try {
    const opened = await openRoot({ name: root, ports });
    if (!opened.ok) return { verdict: { ...base, outcome: 'usage', findings: opened.findings } };
    const manifest = opened.value.config as Manifest;
    const hasWrapper =
      manifest.wrapper !== undefined || (await ports.files.readText('wrapper_coverage.json')) !== undefined;
    return { verdict: { ...base, outcome: 'clean', findings: [] }, matrix: matrixOf(manifest), hasWrapper };
  } catch (error) {
    return { verdict: faultVerdict(error, { target: TARGET, root, absoluteRoot: ports.files.root }) };
  }
}
