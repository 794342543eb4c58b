import { join } from 'node:path/posix';
import { createPorts } from '@fixpoint/workspace-io';

/** The Markdown files of a workspace, looked up where somebody asks for them and each directory once. */
export interface MarkdownFiles {
  /** Those below a directory, relative to the workspace as it is itself. */
  below(directory: string): Promise<readonly string[]>;
}

/** What nobody commits, and what nobody writes Markdown into. */
const SKIPPED = new Set(['node_modules', '.git', '.nx']);

const MARKDOWN = /\.(?:md|markdown)$/;

/**
 * Looks on the disk: as soon as a glob of the plugin named all Markdown, deleting any page would make every project affected. What git
 * ignores is found as well, which makes an input too many and none too few.
 */
export function createMarkdownFiles(workspaceRoot: string): MarkdownFiles {
  const { workspace } = createPorts({ root: workspaceRoot });
  const known = new Map<string, Promise<readonly string[]>>();
  const look = async (directory: string): Promise<readonly string[]> => {
    const entries = (await workspace.entries(join(workspaceRoot, directory))) ?? [];
    const found = entries
      // Through a symlink, a page would be found twice.
      .filter(({ name, link }) => link === undefined && !SKIPPED.has(name))
      .map(({ name, kind }): readonly string[] | Promise<readonly string[]> => {
        if (kind === 'directory') return below(join(directory, name));
        return kind === 'file' && MARKDOWN.test(name) ? [join(directory, name)] : [];
      });
    return (await Promise.all(found)).flat();
  };
  const below = (directory: string): Promise<readonly string[]> => {
    const files = known.get(directory) ?? look(directory);
    known.set(directory, files);
    return files;
  };
  return { below };
}
