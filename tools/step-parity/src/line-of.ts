import type { CaseLine } from '@fixpoint/comparison-table';

/** Differences of a case; `unexplained` ones make it worse. */
export interface Differences {
  readonly explained: readonly string[];
  readonly unexplained: readonly string[];
}

/** Worse with anything that has no cause, better with something that has one, otherwise equal. */
export function lineOf(
  base: Pick<CaseLine, 'kind' | 'name' | 'because'>,
  { explained, unexplained }: Differences,
): CaseLine {
  const details = [
    ...unexplained.map((text) => `WORSE  ${text}`),
    ...explained.map((text) => `better ${text}`),
  ];
  return {
    ...base,
    standing: unexplained.length > 0 ? 'worse' : explained.length > 0 ? 'better' : 'equal',
    details,
  };
}
