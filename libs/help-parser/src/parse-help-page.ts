import { ConfigError } from '@fixpoint/model';
import type { Dialect, HelpDocument } from './dialects/dialect';
import { DIALECTS } from './dialects/registry';
import type { HelpPage, PageContext } from './page';
import { toLines } from './text/line';
import { normalizeText } from './text/normalize-help-text';
import { findUsage } from './usage/usage-block';

/** The ids that `PageContext.dialect` may hold, beside `auto`. */
export const DIALECT_IDS: readonly string[] = DIALECTS.map((dialect) => dialect.id);

/**
 * Reads a help page. Any text gives a page, an empty one if need be; see `isHelpText` for whether it is help at all.
 * The time is linear in the length of the text.
 *
 * @throws ConfigError when the context names a dialect that does not exist.
 */
export function parseHelpPage(text: string, context: PageContext): HelpPage {
  const document = toDocument(text);
  const dialect = chooseDialect(document, context.dialect ?? 'auto');
  return { dialect: dialect.id, ...dialect.parse(document, context) };
}

function toDocument(text: string): HelpDocument {
  const lines = toLines(normalizeText(text));
  const usage = findUsage(lines);
  return { lines, ...(usage !== undefined && { usage }) };
}

/** How much a normalised text looks like each dialect, best first; of equal scores the earlier row of the registry comes first. */
export function scoreDialects(text: string): { readonly id: string; readonly score: number }[] {
  return scored(toDocument(text)).map(({ dialect, score }) => ({ id: dialect.id, score }));
}

function scored(document: HelpDocument): { readonly dialect: Dialect; readonly score: number }[] {
  const all = DIALECTS.map((dialect) => ({ dialect, score: dialect.detect(document) }));
  return all.sort((a, b) => b.score - a.score);
}

function chooseDialect(document: HelpDocument, id: string): Dialect {
  if (id === 'auto') return (scored(document)[0] as { dialect: Dialect }).dialect;
  const named = DIALECTS.find((dialect) => dialect.id === id);
  if (named === undefined)
    throw new ConfigError(`There is no dialect "${id}"; known are auto, ${DIALECT_IDS.join(', ')}.`);
  return named;
}
