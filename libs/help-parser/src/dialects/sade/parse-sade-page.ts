import type { HelpPage, PageContext } from '../../page';
import { readAlignedRows } from '../../table/aligned-rows';
import type { Annotated } from '../../table/annotations';
import { type FlagGrammar, readFlagSpec } from '../../table/flag-spec';
import type { Row } from '../../table/rows';
import { type HeadingPlace, splitSections } from '../../table/sections';
import { toRecords, type Unit } from '../../table/unit-rows';
import { isBlank, joinLines, type Line } from '../../text/line';
import type { UsageBlock } from '../../usage/usage-block';
import { assemblePage } from '../assemble-page';
import type { HelpDocument } from '../dialect';

const GRAMMAR: FlagGrammar = { bareValues: false, equalsBinds: false };
const HEADING_INDENT = 2;
const HEADING =
  /^(?:Description|Usage|Aliases|Available Commands|Options|Examples|For more info, run any command .*)$/;
const PROMPT = /^\$ /;
const COMMAND = /^[^\s<>[\]-]\S*(?: [^\s<>[\]-]\S*)*$/;
const DEFAULT = '(default ';

/** Reads a page of sade: sections under headings that stand two columns from the margin. */
export function parseSadePage({ lines }: HelpDocument, context: PageContext): Omit<HelpPage, 'dialect'> {
  const sections = splitSections(lines, isHeading);
  const linesOf = (heading: string): readonly Line[] =>
    sections.filter((section) => section.heading === heading).flatMap((section) => section.lines);
  const rows = [
    ...readAlignedRows(linesOf('Options'), { read: readFlag }),
    ...readCommands(linesOf('Available Commands'), context.path),
  ];
  const usage = usageBlock(linesOf('Usage'));
  return assemblePage(
    { lines, ...(usage !== undefined && { usage }) },
    { about: joinLines(linesOf('Description')), ...toRecords(rows, readSadeFacts) },
    context,
  );
}

function isHeading({ line }: HeadingPlace): boolean {
  return line.indent === HEADING_INDENT && HEADING.test(line.text);
}

function usageBlock(lines: readonly Line[]): UsageBlock | undefined {
  const forms = lines.filter((line) => !isBlank(line)).map((line) => line.text.replace(PROMPT, ''));
  return forms.length === 0 ? undefined : { start: 0, end: 0, lines: forms, forms };
}

function readFlag(left: string): Unit | undefined {
  const spec = left.startsWith('-') ? readFlagSpec(left, GRAMMAR) : undefined;
  return spec === undefined || spec.rest !== '' ? undefined : { kind: 'flag', spec };
}

// Commands below commands are listed with all their words; the next behind the path is the one that may be asked for.
function readCommands(lines: readonly Line[], path: readonly string[]): Row<Unit>[] {
  const rows = readAlignedRows(lines, {
    read: (left) => (COMMAND.test(left) ? left.split(' ') : undefined),
  });
  return rows.flatMap(({ unit: words, description }) => {
    const name = words[path.length];
    if (name === undefined || !path.every((token, index) => words[index] === token)) return [];
    const isOwn = words.length === path.length + 1;
    return [{ unit: { kind: 'command' as const, names: [name] }, description: isOwn ? description : '' }];
  });
}

// The library does not know which options take values; a default that is no switch tells.
function readSadeFacts(description: string): Annotated {
  const at = description.endsWith(')') ? description.lastIndexOf(DEFAULT) : -1;
  if (at < 0) return { text: description, aliases: [], shortAliases: [] };
  const value = description.slice(at + DEFAULT.length, -1);
  return {
    text: description.slice(0, at).trimEnd(),
    default: value,
    ...(!/^(?:true|false)$/.test(value) && { takes_value: true }),
    aliases: [],
    shortAliases: [],
  };
}
