import type { HelpPage, SourceCommand, SourceFlag } from '@fixpoint/help-parser';
import { comparePaths, pathKey, type SnapshotFlag, type SourceDisagreement } from '@fixpoint/surface-formats';
import { spellings } from '../snapshot/merge-pages';
import { flagKey } from '@fixpoint/artifact-schemas';
import type { SourceReading } from './read-sources';

/** The pages that a source is compared with. */
export interface CheckedPages {
  /** A page as the tool prints it by itself, by `pathKey`. */
  readonly pages: ReadonlyMap<string, { readonly path: readonly string[]; readonly page: HelpPage }>;
  readonly helpFlag: string;
  /** Whether a command that is listed is really there. */
  isThere(path: readonly string[]): boolean;
}

/** What help and a source tell differently, in path order. What only the source knows is hidden, which is no difference. */
export function crossCheck(reading: SourceReading, checked: CheckedPages): SourceDisagreement[] {
  const own = new Set([checked.helpFlag, '--help', '-h']);
  return [...checked.pages.values()]
    .sort((a, b) => comparePaths(a.path, b.path))
    .flatMap(({ path, page }) => {
      const command = reading.commands.get(pathKey(path));
      if (command === undefined) return [];
      const flags = page.flags.filter((flag) => !spellings(flag).some((name) => own.has(name)));
      return [
        ...flags.flatMap((flag) => checkFlag(flag, command)),
        ...unknownCommands(page, command).filter((unknown) => checked.isThere(unknown.path)),
      ];
    });
}

const HELP_COMMAND = 'help';

function unknownCommands(page: HelpPage, command: SourceCommand): SourceDisagreement[] {
  if (!command.whole.subcommands) return [];
  const known = new Set(command.subcommands);
  return page.subcommands
    .filter(
      ({ name, aliases }) => name !== HELP_COMMAND && ![name, ...aliases].some((each) => known.has(each)),
    )
    .map(({ name }) => ({
      path: [...command.path, name],
      unit: 'command',
      fact: 'listed',
      help: 'yes',
      source: 'no',
    }));
}

function checkFlag(flag: SnapshotFlag, command: SourceCommand): SourceDisagreement[] {
  const about = { path: command.path, unit: 'flag', key: flagKey(flag) } as const;
  const names = spellings(flag);
  const twins = command.flags.filter((each) => each.names.some((name) => names.includes(name)));
  if (twins.length === 0)
    return command.whole.flags ? [{ ...about, fact: 'listed', help: 'yes', source: 'no' }] : [];
  return [
    ...(command.whole.flags ? checkSpellings(names, twins) : []).map((name) => ({
      ...about,
      fact: 'spelling' as const,
      help: name,
      source: 'no',
    })),
    ...twins
      .flatMap((twin) => checkFacts(flag, twin))
      .slice(0, 1)
      .map((fact) => ({ ...about, ...fact })),
  ];
}

function checkSpellings(names: readonly string[], twins: readonly SourceFlag[]): string[] {
  const known = new Set(twins.flatMap((twin) => twin.names));
  return names.filter((name) => !known.has(name));
}

function checkFacts(
  flag: SnapshotFlag,
  source: SourceFlag,
): Pick<SourceDisagreement, 'fact' | 'help' | 'source'>[] {
  if (source.takesValue !== undefined && source.takesValue !== flag.takes_value) {
    return [{ fact: 'takes_value', help: String(flag.takes_value), source: String(source.takesValue) }];
  }
  if (flag.choices === undefined || source.choices === undefined) return [];
  const [help, other] = [flag.choices, source.choices].map((list) => [...list].sort().join(', '));
  return help === other ? [] : [{ fact: 'choices', help: help ?? '', source: other ?? '' }];
}
