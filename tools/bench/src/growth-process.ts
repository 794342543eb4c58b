import { performance } from 'node:perf_hooks';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mustBeClean } from './roots/must-be-clean';

/** What one process measured of itself. */
export interface GrowthRecord {
  readonly milliseconds: number;
  readonly peakBytes: number;
  /** What is still in use at the end, after garbage was collected. */
  readonly liveBytes: number;
}

// Runs the three targets over the first roots of a directory and prints how long it took and how much memory was used at most.
async function main([directory = '.', count = '1']: readonly string[]): Promise<void> {
  const roots = readdirSync(directory).slice(0, Number(count));
  const start = performance.now();
  for (const name of roots) {
    const root = join(directory, name, 'cli_manifest');
    for (const target of ['union', 'report', 'validate'] as const) await mustBeClean({ root, target });
  }
  const milliseconds = performance.now() - start;
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  globalThis.gc?.();
  const record: GrowthRecord = { milliseconds, peakBytes, liveBytes: process.memoryUsage().heapUsed };
  process.stdout.write(JSON.stringify(record));
}

void main(process.argv.slice(2));
