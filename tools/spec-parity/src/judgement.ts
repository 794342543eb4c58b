/** The documented improvements, as the table names them. */
export type Cause =
  | 'level by BCP 14'
  | 'mention taken for a definition'
  | 'code taken for a definition'
  | 'look-alike hyphen'
  | 'range'
  | 'anchor'
  | 'section'
  | 'title debris'
  | 'title cut'
  | 'sentence as title'
  | 'index older than its spec'
  | 'nothing written'
  | 'name of the index'
  | 'links that lead somewhere';

/** How one requirement, or one page, compares: with neither causes nor problems it is equal. */
export interface Judgement {
  readonly name: string;
  /** Improvements that were proven. */
  readonly causes: readonly Cause[];
  /** Differences without a proven cause. */
  readonly problems: readonly string[];
}

/** How a part of a thing differs: for a proven cause, or without one. */
export type Difference = Cause | { readonly problem: string };

/** Puts what is said of parts of a thing together; of an equal part nothing is. */
export function judge(name: string, parts: readonly (Difference | undefined)[]): Judgement {
  const known = parts.filter((part) => part !== undefined);
  return {
    name,
    causes: [...new Set(known.filter((part) => typeof part === 'string'))],
    problems: known.flatMap((part) => (typeof part === 'string' ? [] : [part.problem])),
  };
}
