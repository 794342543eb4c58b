import { resolvePath, type Finding } from '@fixpoint/model';
import { fixCommand, shellWord } from '@fixpoint/surface-formats';
import type { TracedLink, TraceGraph } from '../trace-graph';

/**
 * Requirements whose text has changed since their links were confirmed, with those links.
 *
 * @req FP-TRACE-003
 */
export function suspectFindings({ requirements }: TraceGraph, root: string): Finding[] {
  return requirements.flatMap(({ requirement, file, fingerprint, links }): Finding[] => {
    const suspect = links.filter(({ isSuspect }) => isSuspect);
    if (suspect.length === 0) return [];
    const { id, position } = requirement;
    const count = suspect.length === 1 ? 'a link was' : `${suspect.length} links were`;
    return [
      {
        id: 'trace/suspect-link',
        severity: 'error',
        message: `${id} says something else than when ${count} confirmed: ${suspect.map((link) => told(link, root)).join('; ')}`,
        file,
        position,
        expected: [...new Set(suspect.map(({ confirmed }) => confirmed))].join(', '),
        actual: fingerprint,
        fix: `see whether they still do what ${id} says, then run: ${confirmCommand(root, id)}`,
      },
    ];
  });
}

/** The command that says that the links of a requirement were looked at. */
export function confirmCommand(root: string, id: string): string {
  return `${fixCommand('trace', { root })} --confirm ${shellWord(id)}`;
}

/** Files as the reader sees them from where the root is named from, as in the lines above findings. */
function told({ kind, file, name, position }: TracedLink, root: string): string {
  const line = position === undefined ? '' : `:${position.line}`;
  const seen = root.startsWith('/') ? resolvePath(root, file) : resolvePath(`/${root}`, file).slice(1);
  return `${kind} ${seen}${line}${name === '' ? '' : ` (${name})`}`;
}
