import type { SourceCommand, SourceFlag } from '@fixpoint/help-parser';
import { pathKey } from '@fixpoint/surface-formats';
import type { SourceReading } from './read-sources';

/** Every spelling that a command's page shows; undefined for a command without page, of which nothing can be hidden. */
export type ShownFlags = (path: readonly string[]) => ReadonlySet<string> | undefined;

/** A flag of a command that its help page does not show. */
export interface UnlistedFlag {
  readonly path: readonly string[];
  readonly flag: SourceFlag;
}

/** Flags of a second source that the pages of their commands do not show. Commands without page are left out. */
export function unlistedFlags(reading: SourceReading, shown: ShownFlags): UnlistedFlag[] {
  return [...reading.commands.values()].flatMap((command) => {
    const names = shown(command.path);
    if (names === undefined) return [];
    return command.flags
      .filter((flag) => !flag.names.some((name) => names.has(name)))
      .filter((flag) => !(reading.kind.listsInherited && isInherited({ command, flag }, reading, shown)))
      .map((flag) => ({ path: command.path, flag }));
  });
}

// Many pages leave out what they inherit. It is no secret where an ancestor has it, shown or hidden.
function isInherited(
  { command, flag }: { readonly command: SourceCommand; readonly flag: SourceFlag },
  { commands }: SourceReading,
  shown: ShownFlags,
): boolean {
  return command.path
    .map((_, length) => command.path.slice(0, length))
    .some((ancestor) => {
      const known = new Set(shown(ancestor));
      for (const { names } of commands.get(pathKey(ancestor))?.flags ?? [])
        names.forEach((name) => known.add(name));
      return flag.names.some((name) => known.has(name));
    });
}
