import type { ExecutorContext, ProjectConfiguration, Task, TaskGraph } from '@nx/devkit';
import { createOwnProject } from './own-project';

/** A task graph from ids `project:target`, with what each depends on. */
export function taskGraphOf(dependencies: Readonly<Record<string, readonly string[]>>): TaskGraph {
  const tasks = Object.keys(dependencies).map((id): Task => {
    const [project = '', target = ''] = id.split(':');
    return { id, target: { project, target }, overrides: {}, outputs: [], parallelism: true, cache: true };
  });
  return {
    roots: tasks.filter(({ id }) => dependencies[id]?.length === 0).map(({ id }) => id),
    tasks: Object.fromEntries(tasks.map((task) => [task.id, task])),
    dependencies: Object.fromEntries(Object.entries(dependencies).map(([id, ids]) => [id, [...ids]])),
    continuousDependencies: Object.fromEntries(tasks.map(({ id }) => [id, []])),
  };
}

/** What Nx hands to an executor, in a workspace whose projects are manifests of the same name. */
export function contextOf({
  root = '/workspace',
  projects = { demo: createOwnProject('demo') },
  taskGraph,
}: {
  readonly root?: string;
  readonly projects?: Readonly<Record<string, ProjectConfiguration>>;
  readonly taskGraph?: TaskGraph;
} = {}): ExecutorContext {
  return {
    root,
    cwd: root,
    isVerbose: false,
    projectName: 'demo',
    projectsConfigurations: { version: 2, projects: { ...projects } },
    nxJsonConfiguration: {},
    projectGraph: { nodes: {}, dependencies: {} },
    taskGraph: taskGraph ?? taskGraphOf({}),
  };
}
