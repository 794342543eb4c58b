import { isRecord, listMember, textMember, textsMember } from '../shared/json-value';

/** The lists of units that a wrapper lacks, with the kind of unit each holds. */
export const MISSING_LISTS = [
  { list: 'missing_commands', unit: 'command', key: undefined },
  { list: 'missing_flags', unit: 'flag', key: 'key' },
  { list: 'missing_args', unit: 'arg', key: 'name' },
] as const;

/** One entry of a list of deltas as it was found. */
export interface ReportEntry {
  readonly entry: unknown;
  readonly pointer: string;
  /** Undefined where the entry names no command. */
  readonly path: readonly string[] | undefined;
  /** The key of a flag, else the name of an argument. */
  readonly keyOrName: string | undefined;
}

/** The entries of one list of deltas; none where the report has no such list. */
export function reportEntries(report: unknown, list: string): readonly ReportEntry[] {
  return (listMember(report, 'deltas', list) ?? []).map((entry, index) => ({
    entry,
    pointer: `/deltas/${list}/${index}`,
    path: textsMember(entry, 'path'),
    keyOrName: textMember(entry, 'key') ?? textMember(entry, 'name'),
  }));
}

/** Whether an entry has a key at all, whatever its value. */
export function hasKey(entry: unknown, key: string): boolean {
  return isRecord(entry) && Object.hasOwn(entry, key);
}
