import type { HelpPage, PageContext } from '../page';
import { joinLines } from '../text/line';
import { mergeUsage } from '../usage/merge-usage';
import { readForm, usagePath } from '../usage/usage-path';
import type { HelpDocument } from './dialect';

/** What the tables of a page give, before the usage block is read into it. */
export interface PageTables extends Pick<HelpPage, 'about' | 'subcommands' | 'flags' | 'args'> {
  /** The heading of the command table, when it is the page's own; its singular may stand in the usage. */
  readonly commandHeading?: string;
}

// How libraries write "a subcommand and its arguments come here".
const COMMAND_PLACES = /^(?:(?:sub)?commands?|cmd|args)$/i;

/** Puts a page together from its tables and its usage block, in the way that is the same in every grammar. */
export function assemblePage(
  document: HelpDocument,
  tables: PageTables,
  context: PageContext,
): Omit<HelpPage, 'dialect'> {
  const { about, subcommands, commandHeading } = tables;
  const forms = (document.usage?.forms ?? []).map((form) => readForm(form, context));
  const isCommandPlace = (name: string): boolean =>
    subcommands.length > 0 && (COMMAND_PLACES.test(name) || isNameOf(name, commandHeading));
  const merged = mergeUsage(
    { flags: tables.flags, args: tables.args, isCommandPlace },
    forms.map((form) => form.rest),
  );
  return {
    ...(about !== undefined && about !== '' && { about }),
    ...(forms.length > 0 && {
      usage: (document.usage?.lines ?? []).join('\n'),
      usagePath: usagePath(forms, context.path),
    }),
    subcommands,
    ...merged,
  };
}

/** Whether a placeholder is named for a heading: `TOOL` for `Tools`. */
export function isNameOf(placeholder: string, heading: string | undefined): boolean {
  return (
    placeholder !== '' && heading !== undefined && heading.toLowerCase().includes(placeholder.toLowerCase())
  );
}

/** Everything before the usage block: all lines, paragraphs kept. */
export function textBeforeUsage(document: HelpDocument): string {
  return joinLines(document.lines.slice(0, document.usage?.start ?? 0));
}
