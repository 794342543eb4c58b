import type { SpecsConfig } from './config';
import { tracePaths } from './trace-paths';

/** Globs of what follows from specs alone, relative to the root: the index, its page, and the trace without the record of confirmations. */
export function outputsOfSpecs(config: SpecsConfig): string[] {
  const { specs } = config;
  if (specs === undefined) return [];
  const paths = tracePaths(config);
  return [
    `${specs.output}/**/*.yaml`,
    specs.compliance,
    ...(paths === undefined ? [] : [paths.trace, paths.page]),
  ];
}
