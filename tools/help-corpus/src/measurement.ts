import type { Place } from './place';

/** What reading the pages of one tool came to. Committed as `measurements/<tool>.json`. */
export interface Measurement {
  readonly tool: string;
  readonly framework: string;
  /** The grammar that the framework's pages are written in. */
  readonly grammar: string;
  readonly grade: 'A' | 'B' | 'C' | null;
  /** Its pages are committed with this tool. */
  readonly recorded?: true;
  /** Pages in the corpus, those that are no help text, and those with a truth to compare with. */
  readonly pages: number;
  readonly refused: number;
  readonly compared: number;
  /** Pages by the dialect that read them. */
  readonly dialects: Readonly<Record<string, number>>;
  /** Units read from all pages, whether there is a truth or not. */
  readonly read: { readonly flags: number; readonly commands: number };
  readonly flags?: Count;
  readonly commands?: Count;
  readonly errors: readonly PageError[];
}

/** Read and true, read and not true, shown by the page and not read. */
export interface Count {
  readonly found: number;
  readonly wrong: number;
  readonly missed: number;
}

/** A unit that was read and is not true, or that is true and was not read. */
export interface PageError {
  readonly kind: 'wrong' | 'missed';
  readonly unit: 'flag' | 'command';
  readonly path: string;
  readonly name: string;
  /** Where the page has the name, as `place.ts` finds without the parser. */
  readonly place: Place;
}

/** Found of what could have been found. */
export function recall({ found, missed }: Count): number {
  return found + missed === 0 ? 1 : found / (found + missed);
}

/** Found of what was read. */
export function precision({ found, wrong }: Count): number {
  return found + wrong === 0 ? 1 : found / (found + wrong);
}

/** The counts of several tools together. */
export function sum(counts: readonly (Count | undefined)[]): Count {
  const total = (key: keyof Count): number => counts.reduce((all, count) => all + (count?.[key] ?? 0), 0);
  return { found: total('found'), wrong: total('wrong'), missed: total('missed') };
}
