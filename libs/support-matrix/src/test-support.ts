import { memoryPorts, type MemoryPorts } from '@fixpoint/testkit';
import type { SupportConfig } from '@fixpoint/surface-formats';
import { BLOCK_END, BLOCK_START } from './page-block';

/** A matrix of one or more tools whose roots lie beside it. */
export function matrixConfig(...tools: readonly string[]): SupportConfig {
  return {
    root: 'docs/support_matrix',
    tools: tools.map((tool) => ({ tool, root: `../../libs/${tool}/cli_manifest` })),
    page: 'support-matrix.md',
  };
}

/** Ports with a page and the files of tools, by tool and by path in its root. */
export function matrixPorts(
  roots: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  page: string | undefined = `# Support\n\n${BLOCK_START}\n${BLOCK_END}\n`,
): MemoryPorts {
  const files = Object.entries(roots).flatMap(([tool, documents]) =>
    Object.entries(documents).map(([path, document]) => [
      `/work/libs/${tool}/cli_manifest/${path}`,
      typeof document === 'string' ? document : JSON.stringify(document),
    ]),
  );
  return memoryPorts({
    root: '/work/docs/support_matrix',
    files: page === undefined ? {} : { 'support-matrix.md': page },
    packageFiles: Object.fromEntries(files) as Record<string, string>,
  });
}

/** A marker of rules version 2 with these targets. */
export function rules(...targets: readonly string[]): unknown {
  return { rules_schema_version: 2, targets: Object.fromEntries(targets.map((target) => [target, {}])) };
}

/** Metadata of a version. */
export function metadata(version: string, more: object = {}): unknown {
  return { schema_version: 1, semantic_version: version, status: 'reported', ...more };
}

/** A report for targets, with this many units in each list. */
export function report(targets: readonly string[], lists: Readonly<Record<string, number>> = {}): unknown {
  const deltas = Object.entries(lists).map(([list, count]) => [
    list,
    Array.from({ length: count }, () => ({})),
  ]);
  return { inputs: { upstream: { targets } }, deltas: Object.fromEntries(deltas) as unknown };
}
