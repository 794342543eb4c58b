import { dirname } from 'node:path';
import { renderVerdicts, runTarget, type TargetName } from '@fixpoint/runner';

/** One target over one root, which is absolute. */
export interface Step {
  readonly root: string;
  readonly target: TargetName;
  readonly version?: string;
  readonly binary?: string;
}

/** Runs a target as the command line does; what it says is thrown unless the verdict is clean. */
export async function mustBeClean({ root, ...step }: Step): Promise<void> {
  const verdict = await runTarget({ ...step, root, base: dirname(root) });
  if (verdict.outcome !== 'clean') throw new Error(renderVerdicts([verdict], { format: 'text' }).output);
}
