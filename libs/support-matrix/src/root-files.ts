import { readNamedDirectory, type PackageFile, type Ports } from '@fixpoint/model';
import type { SupportedTool } from '@fixpoint/surface-formats';

/** What is read of the parity root of one tool. */
export interface RootFiles extends SupportedTool {
  /** Texts by path relative to the parity root. */
  readonly files: ReadonlyMap<string, string>;
}

const READ = ['RULES.json', 'versions/*.json', 'pointers/*/*.txt', 'reports/*/coverage.*.json'];

/** Reads the artifacts that a tool's rows follow from; nothing is found where there is no such root. */
export async function collectRoot(ports: Ports, tool: SupportedTool): Promise<RootFiles> {
  const files: readonly PackageFile[] = await readNamedDirectory(ports, tool.root, READ);
  return { ...tool, files: new Map(files.map(({ path, text }) => [path, text])) };
}
