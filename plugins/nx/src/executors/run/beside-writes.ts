import type { Verdict } from '@fixpoint/model';
import { TARGETS, type TargetId } from '../../options';
import { ownTarget } from './own-targets';
import type { RunTask } from './run-one';

/** Targets that only look; `npx nx run-many -t validate provider-verify` may run them side by side. */
const CHECKS: readonly TargetId[] = [
  'validate',
  'snapshot-verify',
  'breaking',
  'provider-verify',
  'metrics-lint',
  'spec-lint',
  'link-check',
  'link-check-external',
  'stepcheck',
];

const WRITES: readonly TargetId[] = TARGETS.filter((target) => !CHECKS.includes(target));

/** What may not run beside what: evidence that the same run makes is read before it is there, or after. */
const NOT_BESIDE: Partial<Record<TargetId, readonly TargetId[]>> = {
  validate: WRITES,
  // Generated pages are Markdown as well, and what is mended is what is checked.
  'link-check': ['spec-extract', 'trace', 'link-fix'],
  'version-metadata': ['wrapper-validate', 'promote', 'retain'],
  promote: WRITES.filter((target) => target !== 'promote'),
  retain: WRITES.filter((target) => target !== 'retain'),
};

/**
 * Refuses to judge a root that the same Nx run writes. Nx takes the hash of a task from the files as they are when the run
 * starts; a pass over files that were repaired meanwhile would be kept for those that drifted, and answer for them from then on.
 *
 * @req FP-NX-009
 */
export function besideWrites({ target, options: { root }, project, context }: RunTask): Verdict | undefined {
  const writes = NOT_BESIDE[target];
  if (writes === undefined) return undefined;
  const writers = Object.values(context.taskGraph?.tasks ?? {})
    .filter((task) => {
      const own = ownTarget(context, task.target);
      return own?.roots.includes(root) && writes.includes(own.id);
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
        id: `usage/${target}-beside-writes`,
        severity: 'error',
        message: `${target} did not run, because the same run writes what it reads: ${writers.join(', ')}`,
        file: '.',
        fix: `run what writes first and ${target} in a run of its own: ${[...alone, `npx nx run ${project}:${context.targetName ?? target}`].join(' && ')}`,
      },
    ],
    drifts: [],
    written: [],
    removed: [],
    compared: 0,
  };
}
