import { success, type FilePort, type Result } from '@fixpoint/model';
import { pathKey, type SnapshotCommand } from '@fixpoint/surface-formats';
import { parseReferenceSupplement, type ReferenceSupplementCommand } from '../reference';

/** The supplements of a root: commands that the help of a tool cannot show, written down by hand. */
export interface Supplement {
  readonly file: string;
  readonly items: readonly ReferenceSupplementCommand[];
}

/** Reads a supplement file (parity contract §2.9); undefined when there is none. */
export async function readSupplement(files: FilePort, file: string): Promise<Result<Supplement | undefined>> {
  const text = await files.readText(file);
  if (text === undefined) return success(undefined);
  const parsed = parseReferenceSupplement(text, file);
  return parsed.ok ? success({ file, items: parsed.value.commands }) : parsed;
}

/** Commands with the supplements of a platform applied, and the omissions to record. */
export function applySupplement(
  commands: readonly SnapshotCommand[],
  supplement: Supplement,
  platform: string,
): { readonly commands: readonly SnapshotCommand[]; readonly omissions: readonly string[] } {
  const byPath = new Map(commands.map((command) => [pathKey(command.path), command]));
  const omissions = new Set<string>();
  for (const { path, platforms } of supplement.items) {
    if (platforms !== undefined && !platforms.includes(platform)) continue;
    const known = byPath.get(pathKey(path));
    if (known !== undefined && (platforms === undefined || isSameList(platforms, known.platforms))) continue;
    for (const parent of path.map((_, length) => path.slice(0, length))) {
      if (!byPath.has(pathKey(parent))) byPath.set(pathKey(parent), { path: parent });
    }
    byPath.set(pathKey(path), { ...(known ?? { path }), ...(platforms === undefined ? {} : { platforms }) });
    omissions.add(`${supplement.file}:v1:${path.join(' ')}`);
  }
  return { commands: [...byPath.values()], omissions: [...omissions] };
}

function isSameList(a: readonly string[], b: readonly string[] | undefined): boolean {
  return a.length === b?.length && a.every((word, index) => word === b[index]);
}
