import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { mustBeClean } from './roots/must-be-clean';

/** What is timed, in the order of the pipeline; `validate` derives all of it again. */
export const FLEET_TARGETS = [
  'wrapper-coverage',
  'union',
  'report',
  'surface-diff',
  'version-metadata',
  'validate',
] as const;

/** What one process measured of itself. */
export interface FleetRecord {
  /** Milliseconds over all roots. */
  readonly milliseconds: Readonly<Record<(typeof FLEET_TARGETS)[number], number>>;
  readonly peakBytes: number;
}

/** Runs the whole pipeline over every root of a directory, each target over all roots before the next one. */
export async function runFleet(directory: string): Promise<FleetRecord> {
  const roots = readdirSync(directory).map((name) => join(directory, name, 'cli_manifest'));
  const times: [string, number][] = [];
  for (const target of FLEET_TARGETS) {
    const start = performance.now();
    for (const root of roots) await mustBeClean({ root, target });
    times.push([target, performance.now() - start]);
  }
  const milliseconds = Object.fromEntries(times) as FleetRecord['milliseconds'];
  return { milliseconds, peakBytes: process.resourceUsage().maxRSS * 1024 };
}
