/** Whether a UTF-16 unit belongs to a set. */
export type UnitTest = (unit: number) => boolean;

/** A place between two units. */
export type Assertion = 'line-start' | 'line-end' | 'word-edge' | 'no-word-edge';

/** A parsed pattern. */
export type PatternNode =
  | { readonly kind: 'unit'; readonly test: UnitTest; readonly literal: boolean }
  | { readonly kind: 'assertion'; readonly assertion: Assertion }
  | { readonly kind: 'sequence'; readonly items: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly item: PatternNode;
      readonly least: number;
      /** Infinity where there is no bound. */
      readonly most: number;
      readonly greedy: boolean;
    }
  /** `index` is that of a group that is kept. */
  | { readonly kind: 'group'; readonly item: PatternNode; readonly index?: number };

/** A pattern that is not one, or that needs more than a linear search. */
export class PatternProblem extends Error {
  constructor(
    message: string,
    /** Offset in the pattern. */
    readonly at: number,
  ) {
    super(message);
  }
}

/** Whether a pattern can match nothing at all. */
export function matchesEmpty(node: PatternNode): boolean {
  switch (node.kind) {
    case 'unit':
      return false;
    case 'assertion':
      return true;
    case 'sequence':
      return node.items.every(matchesEmpty);
    case 'choice':
      return node.options.some(matchesEmpty);
    case 'repeat':
      return node.least === 0 || matchesEmpty(node.item);
    case 'group':
      return matchesEmpty(node.item);
  }
}

/** How many literal units every match has at the least. */
export function literalUnits(node: PatternNode): number {
  switch (node.kind) {
    case 'unit':
      return node.literal ? 1 : 0;
    case 'assertion':
      return 0;
    case 'sequence':
      return node.items.reduce((sum, item) => sum + literalUnits(item), 0);
    case 'choice':
      return Math.min(...node.options.map(literalUnits));
    case 'repeat':
      return node.least * literalUnits(node.item);
    case 'group':
      return literalUnits(node.item);
  }
}
