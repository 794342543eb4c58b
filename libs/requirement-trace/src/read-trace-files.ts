import { compareText } from '@fixpoint/model';
import type { LayerKind } from '@fixpoint/spec-formats';

/**
 * The files that a committed `trace.json` links requirements with, relative to the root, sorted: those of code and tests if no kinds are named.
 * Cheap, and never an error: a text that is no trace has none.
 */
export function readTraceFiles(
  text: string,
  kinds: readonly LayerKind[] = ['code', 'test'],
): readonly string[] {
  const files = new Set<string>();
  for (const requirement of valuesOf(valueOf(parse(text), 'requirements')))
    for (const kind of kinds)
      for (const link of valuesOf(valueOf(valueOf(requirement, 'links'), kind))) {
        const file = valueOf(link, 'file');
        if (typeof file === 'string') files.add(file);
      }
  return [...files].sort(compareText);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function valueOf(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
    ? (holder as Record<string, unknown>)[key]
    : undefined;
}

function valuesOf(holder: unknown): unknown[] {
  return typeof holder === 'object' && holder !== null ? Object.values(holder) : [];
}
