import type { CreateNodesContext, ProjectConfiguration } from '@nx/devkit';
import type { FixpointPluginOptions } from '../options';
import { createNodes } from '../plugin';

const CONTEXT: CreateNodesContext = { nxJsonConfiguration: {}, workspaceRoot: '/nowhere' };

/** Projects by their roots, as the plugin infers them for files that need not exist. */
export async function infer(
  files: readonly string[],
  options?: FixpointPluginOptions,
): Promise<Record<string, Partial<ProjectConfiguration>>> {
  const results = await createNodes[1](files, options, CONTEXT);
  return Object.assign({}, ...results.map(([, { projects }]) => projects));
}
