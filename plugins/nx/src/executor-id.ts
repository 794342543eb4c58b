import { TARGETS, type TargetId } from './options';

const PREFIX = '@fixpoint/nx:';

/** The name of an executor of this package, as targets and configurations spell it. */
export function toExecutor(id: TargetId): string {
  return `${PREFIX}${id}`;
}

/** Which executor of this package a target runs; none for another one. */
export function toExecutorId(executor: string | undefined): TargetId | undefined {
  return TARGETS.find((id) => executor === toExecutor(id));
}
