import type { Verdict } from '@fixpoint/model';
import { ownTarget } from './own-targets';
import type { RunTask } from './run-one';

const WRITES: ReadonlySet<string> = new Set([
  'snapshot',
  'union',
  'wrapper-coverage',
  'report',
  'surface-diff',
  'support-matrix',
]);

/**
 * Refuses to validate a root that the same Nx run writes. Nx takes the hash of a task from the files as they are when the run
 * starts; a pass over files that were repaired meanwhile would be kept for those that drifted, and answer for them from then on.
 */
export function besideWrites({ target, options: { root }, project, context }: RunTask): Verdict | undefined {
  if (target !== 'validate') return undefined;
  const writers = Object.values(context.taskGraph?.tasks ?? {})
    .filter((task) => {
      const own = ownTarget(context, task.target);
      return own?.root === root && WRITES.has(own.id);
    })
    .map(({ id }) => id)
    .sort();
  if (writers.length === 0) return undefined;
  const alone = writers.map((id) => `npx nx run ${id}`);
  return {
    target,
    root,
    outcome: 'usage',
    findings: [
      {
        id: 'usage/validate-beside-writes',
        severity: 'error',
        message: `not validated, because the same run writes what would be compared: ${writers.join(', ')}`,
        file: 'RULES.json',
        fix: `run what writes first and validate in a run of its own: ${[...alone, `npx nx run ${project}:validate`].join(' && ')}`,
      },
    ],
    drifts: [],
    written: [],
    removed: [],
    compared: 0,
  };
}
