import type { Verdict } from '@fixpoint/model';
import { ownTargetNames } from './own-targets';
import type { RunTask } from './run-one';

/**
 * Refuses `--fix` where it would not mend: Nx hands any option to a target, and a check that is answered from the cache may not write. Says
 * which target mends.
 */
export function refusedFix({
  target,
  options: { root, fix },
  project,
  context,
}: RunTask): Verdict | undefined {
  if (fix !== true || target === 'link-fix') return undefined;
  const mending = ownTargetNames(context, { project, root }).get('link-fix');
  const remedy =
    mending === undefined
      ? 'run the target without --fix'
      : `mend links with: npx nx run ${project}:${mending}`;
  return {
    target,
    root,
    outcome: 'usage',
    findings: [
      {
        id: 'usage/fix-is-a-target',
        severity: 'error',
        message: `${target} mends nothing under Nx, and did not run: mending is a target of its own`,
        file: '.',
        fix: remedy,
      },
    ],
    drifts: [],
    written: [],
    removed: [],
    compared: 0,
  };
}
