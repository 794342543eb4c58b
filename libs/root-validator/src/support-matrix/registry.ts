import { isRelativePath } from '@fixpoint/model';
import { z } from 'zod';
import { textAt, type Tree } from '../view/tree';
import { toml } from './toml-library';

/** Where a workspace lists its agents. */
export const REGISTRY_FILE = 'crates/xtask/data/agent_registry.toml';

/** A root that takes part in the support matrix. */
export interface EnrolledRoot {
  readonly agent: string;
  /** Relative to the workspace. */
  readonly root: string;
}

const registryShape = z.looseObject({
  agents: z.array(
    z.looseObject({
      agent_id: z.string(),
      manifest_root: z.string(),
      publication: z.looseObject({ support_matrix_enabled: z.boolean() }),
    }),
  ),
});

/** The registry, or why it cannot be read. */
export type Registry = { readonly roots: readonly EnrolledRoot[] } | { readonly problem: string };

/** Reads the enrolled roots in the order of the registry (parity contract §10.1). */
export function readRegistry(tree: Tree): Registry {
  const text = textAt(tree, REGISTRY_FILE);
  if (text === undefined) return { problem: `${REGISTRY_FILE} is missing or cannot be read` };
  const document = parseToml(text);
  if ('problem' in document) return document;
  const shape = registryShape.safeParse(document.value);
  if (!shape.success) {
    const [issue] = shape.error.issues;
    return {
      problem: `${REGISTRY_FILE}: ${(issue?.path ?? []).map(String).join('.')}: ${issue?.message ?? ''}`,
    };
  }
  const enrolled = shape.data.agents.filter(({ publication }) => publication.support_matrix_enabled);
  return {
    roots: enrolled.map(({ agent_id: agent, manifest_root: root }) => ({ agent, root: plainPath(root) })),
  };
}

function parseToml(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: toml().parse(text) };
  } catch (error) {
    const [reason = ''] = (error as Error).message.split('\n');
    return { problem: `${REGISTRY_FILE} is not TOML: ${reason}` };
  }
}

// A root outside of the workspace is never read, so it is found to be missing under the name it has.
function plainPath(path: string): string {
  if (!isRelativePath(path)) return path;
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}
