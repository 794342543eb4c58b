import type { SpecsConfig } from './config';

/** Files of the trace, in the directory of the index. */
export const TRACE_FILES = { trace: 'trace.json', matrix: 'trace.md', confirmed: 'confirmed.json' } as const;

/** Globs of what follows from specs alone, relative to the root: the index, its page, and the trace without the record of confirmations. */
export function outputsOfSpecs({ specs, trace }: SpecsConfig): string[] {
  if (specs === undefined) return [];
  return [
    `${specs.output}/**/*.yaml`,
    specs.compliance,
    ...(trace === undefined
      ? []
      : [`${specs.output}/${TRACE_FILES.trace}`, `${specs.output}/${TRACE_FILES.matrix}`]),
  ];
}
