import type { Finding, RelativePath } from '@fixpoint/model';
import { type Hunk, renderPatch } from './patch';

/** What every finding about drift needs to know beside the drift. */
export interface DriftContext {
  /** Prefix of the findings' ids. */
  readonly derivationId: string;
  /** The command that repairs the drift. */
  readonly fixCommand: string;
  /** The derivation's root as the user named it; names the file in patches unless it is absolute. */
  readonly root: string;
}

/** The ways in which a committed file can fail to be what the inputs give. */
export type DriftProblem = 'artifact-missing' | 'artifact-stale' | 'artifact-orphan' | 'artifact-unreadable';

/** Lines of a patch that one finding shows. */
const PATCH_LINES = 40;

/** The part of a finding that differs from drift to drift. */
export type DriftDetail = Pick<Finding, 'message'> &
  Partial<Pick<Finding, 'position' | 'path' | 'expected' | 'actual'>> & { readonly hunks?: readonly Hunk[] };

/** Makes the finding for one detail of a drift; drift is an error unless configuration says otherwise. */
export function driftFinding(
  context: DriftContext,
  { file, problem }: { readonly file: RelativePath; readonly problem: DriftProblem },
  { hunks = [], ...detail }: DriftDetail,
): Finding {
  return {
    id: `${context.derivationId}/${problem}`,
    severity: 'error',
    file,
    ...detail,
    fix: context.fixCommand,
    ...(hunks.length === 0 ? {} : { patch: renderPatch(patchName(context.root, file), hunks, PATCH_LINES) }),
  };
}

function patchName(root: string, file: RelativePath): string {
  const isOutside = root === '' || root === '.' || /^(?:[/\\]|[A-Za-z]:|\.\.(?:[/\\]|$))/.test(root);
  return isOutside ? file : `${root.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '')}/${file}`;
}
