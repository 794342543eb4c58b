import { median, ratioOf } from '../measuring/statistics';
import type { Section } from '../model';
import type { Machine } from './machine';

/** Prints what was measured as JSON: medians and ratios worked out, every sample kept. */
export function renderJson(sections: readonly Section[], machine: Machine, rounds: number): string {
  const measured = sections.map(({ title, rows, notes }) => ({
    title,
    notes,
    rows: rows.map((row) => ({
      name: row.name,
      ms: median(row.samples),
      ...(row.floor && {
        floor: { name: row.floor.name, ms: median(row.floor.samples) },
        ratio: ratioOf(row.samples, row.floor.samples),
      }),
      ...(row.goal !== undefined && { goal: row.goal }),
      ...(row.facts && { facts: row.facts }),
      samples: row.samples,
      ...(row.floor && { floorSamples: row.floor.samples }),
    })),
  }));
  return `${JSON.stringify({ machine, rounds, sections: measured }, null, 2)}\n`;
}
