import type { Position } from '@fixpoint/model';

/** What a family says that it is; `untyped` where no TYPE line does. */
export type FamilyType = 'counter' | 'gauge' | 'histogram' | 'summary' | 'untyped';

/** A line with a value. */
export interface Sample {
  /** With the suffix that a histogram or summary puts behind its name. */
  readonly name: string;
  readonly labels: readonly (readonly [name: string, value: string])[];
  readonly position: Position;
}

/** All samples of one metric. */
export interface Family {
  readonly name: string;
  type: FamilyType;
  help?: string;
  position: Position;
  readonly samples: Sample[];
}

/** The label by which a family tells its own series. */
export function ownLabel({ type }: Pick<Family, 'type'>): 'le' | 'quantile' | undefined {
  if (type === 'histogram') return 'le';
  return type === 'summary' ? 'quantile' : undefined;
}
