import type { SnapshotCommand } from '@fixpoint/surface-formats';
import { inferReferenceArgs } from './infer-reference-args';
import { mergeArgs, toReferenceEntry } from './merge-reference-entries';
import type { ReferenceForm } from './reference-form';
import { readSections } from './sections';
import { readPageHead } from './page-head';

/** What one page gives. */
export interface ReferencePage {
  /** The record of the page's command, keys in the order of the format, args and flags sorted. */
  readonly entry: SnapshotCommand;
  /** The subcommand tokens that the page lists, in page order, duplicates included. */
  readonly subcommands: readonly string[];
}

/**
 * Reads a help page by the rules of version 1, defects included. Total: any text gives an entry.
 *
 * @param text the page, lines ending in LF
 * @param path the command path the page was asked for; the root is empty
 */
export function parseReferencePage(
  text: string,
  form: ReferenceForm,
  path: readonly string[],
): ReferencePage {
  const lines = text.split('\n');
  const { about, usage } = readPageHead(lines);
  const { subcommands, flags, args } = readSections(lines, form.listedCommand);
  const inferred =
    usage === undefined
      ? []
      : inferReferenceArgs({ usage, path, hasSubcommands: subcommands.length > 0 }, form);
  return {
    entry: toReferenceEntry({ path, about, usage, args: mergeArgs(args, inferred), flags }),
    subcommands,
  };
}
