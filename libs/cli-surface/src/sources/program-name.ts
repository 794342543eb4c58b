import { basename } from 'node:path/posix';
import type { ToolSession } from '../snapshot/tool-session';

/** The name that a user calls the tool by: that of its file, without the extension that Windows or a script needs. */
export function programName({ path }: Pick<ToolSession, 'path'>): string {
  return basename(path.replaceAll('\\', '/')).replace(/\.(?:exe|cmd|[cm]?js)$/, '');
}
