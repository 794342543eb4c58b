import { type SnapshotFlag, withoutAbsent } from '@fixpoint/surface-formats';
import { toFlag } from '../../table/flag-spec';
import { describeFlag } from '../../table/remarks';
import { readRows, type Row } from '../../table/rows';
import type { Line } from '../../text/line';
import type { DocoptPattern } from './docopt-pattern';

interface OptionSpec {
  readonly names: readonly string[];
  readonly values: readonly string[];
}

const SPELLING = /^--?[^\s-]\S*$/;
const HEADED = /^.*options: +(?=-)/i;
const DEFAULT = /\[default: ([^\]]*)\]/i;

/** Reads the options of a page: every line that begins with a dash describes one, up to two blanks. */
export function readDocoptOptions(lines: readonly Line[]): SnapshotFlag[] {
  const rows = readRows(lines.map(withoutHeading), {
    mayBegin: (line) => line.text.startsWith('-'),
    read: readOption,
    endsAtMargin: false,
  });
  return rows.map(toRecord);
}

// `Options: -h  help` may stand on one line.
function withoutHeading(line: Line): Line {
  const heading = HEADED.exec(line.text)?.[0] ?? '';
  return { indent: line.indent + heading.length, text: line.text.slice(heading.length) };
}

function readOption(text: string): { unit: OptionSpec; rest: string } | undefined {
  const [left = '', ...right] = text.split('  ');
  const words = left.replaceAll(/[,=]/g, ' ').split(/\s+/);
  const names = words.filter((word) => SPELLING.test(word));
  const values = words.filter((word) => word !== '' && !word.startsWith('-'));
  if (names.length === 0 || !SPELLING.test(words[0] as string)) return undefined;
  return { unit: { names, values: values.slice(0, 1) }, rest: right.join('  ').trim() };
}

function toRecord({ unit, description }: Row<OptionSpec>): SnapshotFlag {
  const values = unit.values.map((value) => value.replace(/^<([^<>]*)>$/, '$1'));
  const spec = { names: unit.names, values, optional: false, attached: false, repeatable: false, rest: '' };
  const fallback = values.length > 0 ? DEFAULT.exec(description)?.[1] : undefined;
  return describeFlag(withoutAbsent({ ...toFlag(spec), default: fallback }), description);
}

/** The options that patterns accept: all of the page where one says `[options]`, and those it names, listed or not. */
export function acceptedOptions(
  listed: readonly SnapshotFlag[],
  patterns: readonly DocoptPattern[],
): SnapshotFlag[] {
  const named = patterns.flatMap((pattern) => pattern.options);
  const names = new Set(named.map((option) => option.name));
  const takesAll = patterns.some((pattern) => pattern.takesAll);
  const isNamed = (flag: SnapshotFlag): boolean => spellings(flag).some((name) => names.has(name));
  const kept = takesAll ? [...listed] : listed.filter(isNamed);
  const known = new Set(kept.flatMap(spellings));
  const own = named.filter(({ name }) => !known.has(name) && known.add(name) !== undefined);
  const added = own.map(({ name, value }) => {
    const values = value === undefined ? [] : [value];
    return toFlag({ names: [name], values, optional: false, attached: false, repeatable: false, rest: '' });
  });
  return [...kept, ...added];
}

function spellings(flag: SnapshotFlag): string[] {
  return [flag.long, flag.short, ...(flag.aliases ?? [])].filter((name) => name !== undefined);
}
