import { compareText } from '@fixpoint/model';

/**
 * The files of code and of tests that a committed `trace.json` links requirements with, relative to the root, sorted. Cheap, and never an error: a text that
 * is no trace has none.
 */
export function readTraceFiles(text: string): readonly string[] {
  const files = new Set<string>();
  for (const requirement of valuesOf(valueOf(parse(text), 'requirements')))
    for (const kind of ['code', 'test'])
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
