import type { ExecutorContext } from '@nx/devkit';
import { toExecutorId } from '../../executor-id';
import type { TargetId } from '../../options';
import { rootsOf } from '../../target-roots';

/** A target of a project that runs an executor of this package. */
export interface OwnTarget {
  readonly id: TargetId;
  readonly roots: readonly string[];
}

/** What a target of the workspace is to this package; none when it runs something else. */
export function ownTarget(
  { projectsConfigurations }: ExecutorContext,
  { project, target }: { readonly project: string; readonly target: string },
): OwnTarget | undefined {
  const { executor, options } = projectsConfigurations.projects[project]?.targets?.[target] ?? {};
  const id = toExecutorId(executor);
  const roots = rootsOf(options).map(({ root }) => root);
  return id === undefined || roots.length === 0 ? undefined : { id, roots };
}

/** The names under which a project has the targets of a root; options of the plugin and of the project may have changed them. */
export function ownTargetNames(
  context: ExecutorContext,
  { project, root }: { readonly project: string; readonly root: string },
): ReadonlyMap<string, string> {
  const targets = Object.keys(context.projectsConfigurations.projects[project]?.targets ?? {});
  return new Map(
    targets.flatMap((target): [string, string][] => {
      const own = ownTarget(context, { project, target });
      return own?.roots.includes(root) ? [[own.id, target]] : [];
    }),
  );
}
