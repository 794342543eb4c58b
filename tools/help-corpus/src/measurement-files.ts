import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measurement } from './measurement';

/** Where the committed measurements lie, one file per tool. */
export const MEASUREMENTS = join(__dirname, '../measurements');

/** A measurement as it is committed. */
export function renderMeasurement(measurement: Measurement): string {
  return `${JSON.stringify(measurement, null, 2)}\n`;
}

/** All committed measurements, by tool. */
export function readMeasurements(): readonly Measurement[] {
  if (!existsSync(MEASUREMENTS)) return [];
  return readdirSync(MEASUREMENTS)
    .sort()
    .map((file) => JSON.parse(readFileSync(join(MEASUREMENTS, file), 'utf8')) as Measurement);
}
