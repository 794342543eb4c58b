import { joinLines, type Line } from '../../text/line';
import type { ListedCommand } from '../../page';

const PLACE = /^(.+?) [<[]?(?:sub)?command[>\]]?(?: |$)/i;
const PLACES_BEHIND = /^(?:(?:\[[^[\]]*\]|<[^<>]*>)(?:\.\.\.)? ?)+/;

/**
 * Subcommands that a manual page without a table of them tells in paragraphs, each of which begins with an invocation: `demo history undo [ID]
 * undoes it` below the synopsis `demo history COMMAND`. An invocation has its arguments in brackets, which sentences have not.
 */
export function readManInvocations(synopsis: readonly Line[], lines: readonly Line[]): ListedCommand[] {
  const lead = synopsis.map((line) => PLACE.exec(line.text)?.[1]).find((words) => words !== undefined);
  if (lead === undefined) return [];
  const found = lines.flatMap((line) => readInvocation(line, lead).map((command) => ({ line, command })));
  const base = Math.min(...found.map(({ line }) => line.indent));
  return found.filter(({ line }) => line.indent === base).map(({ command }) => command);
}

function readInvocation(line: Line, lead: string): ListedCommand[] {
  const text = joinLines([line]).replaceAll(/ {2,}/g, ' ');
  if (!text.startsWith(`${lead} `)) return [];
  const behind = text.slice(lead.length + 1);
  const name = /^[a-z][\w-]*(?= )/.exec(behind)?.[0];
  const places = name === undefined ? null : PLACES_BEHIND.exec(behind.slice(name.length + 1));
  if (name === undefined || places === null) return [];
  const about = behind.slice(name.length + 1 + places[0].length).trim();
  return [{ name, aliases: [], ...(about !== '' && { about }) }];
}
