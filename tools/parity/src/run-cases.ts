import { compareCase, type Difference } from './compare-case';
import type { CaseKind } from './kinds';
import type { ParityCase, TextFiles } from './parity-case';

/** How one case came out. */
export interface CaseResult {
  readonly id: string;
  readonly kind: string;
  readonly difference?: Difference;
  /** Why a difference was to be expected. */
  readonly leftover?: string;
}

/** Runs cases one after the other, each in its own environment; one that throws differs. */
export async function runCases(
  cases: readonly ParityCase[],
  kinds: ReadonlyMap<string, CaseKind>,
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const parityCase of cases) {
    const kind = kinds.get(parityCase.kind);
    if (kind === undefined) continue;
    const difference = await differenceOf(parityCase, kind);
    const { id, leftover } = parityCase;
    results.push({ id, kind: parityCase.kind, difference, leftover });
  }
  return results;
}

async function differenceOf(parityCase: ParityCase, kind: CaseKind): Promise<Difference | undefined> {
  const { expected } = parityCase;
  const comparable = kind.comparable ?? ((files: TextFiles) => files);
  try {
    const produced = await kind.run(parityCase);
    return 'refusal' in produced
      ? compareCase(expected, produced)
      : compareCase(
          { ...expected, files: comparable(expected.files) },
          { files: comparable(produced.files) },
        );
  } catch (error) {
    const actual = error instanceof Error ? error.message : String(error);
    return { place: '(run)', expected: Object.keys(expected.files).join(', '), actual };
  }
}
