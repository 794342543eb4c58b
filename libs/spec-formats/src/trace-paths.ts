import type { SpecsConfig } from './config';

/** Where the artifacts of a trace lie, relative to the root. */
export interface TracePaths {
  readonly trace: string;
  readonly page: string;
  readonly confirmed: string;
}

/** Undefined where nothing is traced. */
export function tracePaths({ specs, trace }: SpecsConfig): TracePaths | undefined {
  if (specs === undefined || trace === undefined) return undefined;
  const output = specs.output.replace(/^(?:\.\/)+|\/+$/g, '');
  const below = output === '' || output === '.' ? '' : `${output}/`;
  return {
    trace: `${below}trace.json`,
    page: `${below}trace.md`,
    confirmed: `${below}confirmed.json`,
  };
}
