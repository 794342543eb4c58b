import type { HelpPage, PageContext } from '../../page';
import { type AlignedRules, readAlignedRows } from '../../table/aligned-rows';
import { type FlagGrammar, readFlagSpec } from '../../table/flag-spec';
import type { Row } from '../../table/rows';
import { type HeadingPlace, type Section, splitSections } from '../../table/sections';
import { toRecords, type Unit } from '../../table/unit-rows';
import { joinLines } from '../../text/line';
import { assemblePage, textBeforeUsage } from '../assemble-page';
import type { HelpDocument } from '../dialect';
import { readCacFacts } from './cac-facts';

const GRAMMAR: FlagGrammar = { bareValues: false, equalsBinds: false };
const MORE_INFO = /^For more info, run any command with the `--help` flag$/;
const COMMAND = /^([^\s<>[\]-][^\s<>[\]]*)(?: (?:<[^<>]+>|\[[^[\]]+\]))*$/;
const CALL = /^\$ (.*) --help$/;
// The first line is the program's name and version; there is no description.
const PROGRAM = /^\S+(?:\n+|$)/;
const NO_TABLE = /^(?:Usage|Examples?)$/;
const FLAG_ROWS: AlignedRules<Unit> = { read: readFlag };

/** Reads a page of cac: titled sections, of which the program may add more. */
export function parseCacPage(document: HelpDocument, context: PageContext): Omit<HelpPage, 'dialect'> {
  const { lines, usage } = document;
  const sections = splitSections(lines.slice(usage?.end ?? 0), isHeading);
  const named = namedCommands(sections);
  const rows = sections.flatMap((section) => readSection(section, named));
  const about = textBeforeUsage(document).replace(PROGRAM, '') || joinLines(sections[0]?.lines ?? []);
  return assemblePage(document, { about, ...toRecords(rows, readCacFacts) }, context);
}

function isHeading({ line, afterGap }: HeadingPlace): boolean {
  return line.indent === 0 && afterGap && line.text.endsWith(':');
}

function readSection(section: Section, named: ReadonlySet<string>): Row<Unit>[] {
  const { heading, lines } = section;
  if (heading === '' || NO_TABLE.test(heading) || MORE_INFO.test(heading)) return [];
  if (heading === 'Commands') return readAlignedRows(lines, { read: (left) => readCommand(left, named) });
  return readAlignedRows(lines, FLAG_ROWS);
}

function readFlag(left: string, split: boolean): Unit | undefined {
  const spec = left.startsWith('-') ? readFlagSpec(left, GRAMMAR) : undefined;
  return spec === undefined || (spec.rest !== '' && !split) ? undefined : { kind: 'flag', spec };
}

// Every command is named once more by the call that shows its help; the command that needs no name is not.
function readCommand(left: string, named: ReadonlySet<string>): Unit | undefined {
  const name = COMMAND.exec(left)?.[1];
  return name !== undefined && (named.size === 0 || named.has(name))
    ? { kind: 'command', names: [name] }
    : undefined;
}

function namedCommands(sections: readonly Section[]): Set<string> {
  const calls = sections.filter(({ heading }) => MORE_INFO.test(heading)).flatMap(({ lines }) => lines);
  return new Set(
    calls.flatMap((line) => {
      const words = CALL.exec(line.text)?.[1]?.split(' ') ?? [];
      return words.length > 1 ? [words.at(-1) as string] : [];
    }),
  );
}
