import type { UsageBlock } from '../usage/usage-block';
import type { HelpPage, PageContext } from '../page';
import type { Line } from '../text/line';

/** A page cut into lines with its usage block found; what dialects read. */
export interface HelpDocument {
  readonly lines: readonly Line[];
  readonly usage?: UsageBlock;
}

/**
 * One grammar of help pages: what a family of programs prints because they share a library, never one program's habits.
 */
export interface Dialect {
  readonly id: string;
  /** How much the page looks like this grammar, 0 (not at all) to 1 (no doubt). */
  detect(document: HelpDocument): number;
  parse(document: HelpDocument, context: PageContext): Omit<HelpPage, 'dialect'>;
}
