import type { HeadingPlace } from '../../table/sections';

/** What stands under a heading. */
export type SectionKind = 'commands' | 'arguments' | 'flags' | 'none' | 'unknown';

const LONGEST_HEADING = 80;
// A sentence over several groups of commands.
const ANNOUNCEMENT = /^[^.]*\bcommands\b[^.]*:$/i;
const COMMANDS = /(?:^|[\s\W])(?:sub)?commands?(?:$|\W|\s)/i;
const ARGUMENTS = /\b(?:arguments?|args|positionals?|operands|parameters)(?: are)?$/i;
const FLAGS = /\b(?:options?|flags?|switches)\b/i;
const NO_TABLE =
  /^(?:examples?|usage(?! of )|synopsis|description|environment(?: variables)?|see also|notes?|exit (?:status|codes?)|authors?|bugs?|reporting|copyright|learn more|documentation|aliases|help topics|additional help topics|files)\b/i;

/**
 * Headings are less indented than what follows them, and end in a colon or stand behind a gap at the margin. A row of a table
 * is none, nor is a sentence.
 */
export function isGenericHeading({ line, afterGap, next }: HeadingPlace): boolean {
  if (next === undefined || !/^\p{L}/u.test(line.text)) return false;
  if (next.indent <= line.indent) return line.indent === 0 && ANNOUNCEMENT.test(line.text);
  if (line.text.length > LONGEST_HEADING || line.text.includes('  ')) return false;
  return line.text.endsWith(':') || (afterGap && line.indent === 0 && !/[.,;]$/.test(line.text));
}

/** What kind of table a heading announces. */
export function kindOf(heading: string): SectionKind {
  if (NO_TABLE.test(heading)) return 'none';
  if (ARGUMENTS.test(heading) && !/\boptional\b/i.test(heading)) return 'arguments';
  if (COMMANDS.test(heading) && !/\b(?:options|flags|switches)\b/i.test(heading)) return 'commands';
  return FLAGS.test(heading) ? 'flags' : 'unknown';
}
