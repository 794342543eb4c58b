import { readFlagSpec } from './table/flag-spec';
import { isBlank, type Line, toLines } from './text/line';
import { normalizeText } from './text/normalize-help-text';
import { findUsage } from './usage/usage-block';

const ERROR = /^(?:[\w./-]+: )?(?:error|fatal|panic|traceback)\b/i;
const HEADING =
  /^(?:\S+ ){0,3}(?:options|flags|commands|subcommands|arguments|args|switches|synopsis|name)\s*:?$/i;
const GRAMMAR = { bareValues: true, equalsBinds: false };
const LEAST_BARE_ROWS = 3;
const DEEPEST_LABEL = 4;
// How some libraries write the usage of a program with commands, without a label.
const CALL = /^\$ \S+ <command>$/;

// Two of the headings with which manual pages begin; a page of topics may have no flag.
const MAN_HEADINGS = ['NAME', 'DESCRIPTION'];

/**
 * Whether a text looks like a help page at all: it has a usage line or a table of flags, and does not begin
 * as an error message does (those often end in a usage line).
 */
export function isHelpText(text: string): boolean {
  const lines = toLines(normalizeText(text));
  const first = lines.find((line) => !isBlank(line));
  if (first === undefined || ERROR.test(first.text)) return false;
  const usage = findUsage(lines);
  if (usage !== undefined && usage.lines.length > 0 && isProse(lines, usage.start)) return true;
  if (lines.some((line) => CALL.test(line.text)) || isManual(lines)) return true;
  return countRows(lines) >= (lines.some((line) => HEADING.test(line.text)) ? 1 : LEAST_BARE_ROWS);
}

function isManual(lines: readonly Line[]): boolean {
  const margin = new Set(lines.filter((line) => line.indent === 0).map((line) => line.text));
  return MAN_HEADINGS.every((heading) => margin.has(heading));
}

// A script or a data file may hold the word as well; there it stands deeply indented.
function isProse(lines: readonly Line[], start: number): boolean {
  return (lines[start] as Line).indent <= DEEPEST_LABEL;
}

function countRows(lines: readonly Line[]): number {
  return lines.filter((line) => line.text.startsWith('-') && readFlagSpec(line.text, GRAMMAR) !== undefined)
    .length;
}
