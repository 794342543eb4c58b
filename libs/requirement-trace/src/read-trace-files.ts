import { compareText } from '@fixpoint/model';
import type { LayerKind } from '@fixpoint/spec-formats';

/** A file that names requirements, and a spec that states them; both relative to the root. */
export interface TraceFiles {
  readonly file: string;
  readonly spec: string;
}

/**
 * Which files a committed `trace.json` links with the requirements of which specs, each pair once, sorted: files of code and tests if no kinds
 * are named. Cheap, and never an error: a text that is no trace has none.
 */
export function readTraceFiles(
  text: string,
  kinds: readonly LayerKind[] = ['code', 'test'],
): readonly TraceFiles[] {
  const pairs = new Map<string, TraceFiles>();
  for (const requirement of valuesOf(valueOf(parse(text), 'requirements'))) {
    const source = valueOf(requirement, 'source');
    if (typeof source !== 'string') continue;
    const spec = source.replace(/#[^/]*$/, '');
    for (const kind of kinds)
      for (const link of valuesOf(valueOf(valueOf(requirement, 'links'), kind))) {
        const file = valueOf(link, 'file');
        if (typeof file === 'string') pairs.set(JSON.stringify([file, spec]), { file, spec });
      }
  }
  return [...pairs.values()].sort((a, b) => compareText(a.file, b.file) || compareText(a.spec, b.spec));
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
