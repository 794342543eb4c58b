/** The segments of a path template, each with what it takes. */
export interface PathTemplate {
  /** The template with nameless parameters; templates that have it in common take the same paths. */
  readonly shape: string;
  /** How many segments it has. */
  readonly length: number;
  /** The parameter values of a path (as they stand in it, encoded), or undefined if it is another path. */
  match(path: string): ReadonlyMap<string, string> | undefined;
  /** Smaller where a template is more literal, segment by segment from the left. */
  readonly rank: string;
}

const PARAMETER = /\{([^{}/]*)\}/g;

/** Reads a path template such as `/a/{b}/c.{d}`. */
export function pathTemplate(template: string): PathTemplate {
  const segments = template.split('/').map(segmentOf);
  return {
    shape: template.replace(PARAMETER, '{}'),
    length: segments.length,
    rank: segments.map(({ rank }) => rank).join(''),
    match(path) {
      const parts = path.split('/');
      if (parts.length !== segments.length) return undefined;
      const values = new Map<string, string>();
      for (const [index, segment] of segments.entries()) {
        if (!segment.take(parts[index] as string, values)) return undefined;
      }
      return values;
    },
  };
}

interface Segment {
  readonly rank: '0' | '1' | '2';
  take(part: string, values: Map<string, string>): boolean;
}

function segmentOf(text: string): Segment {
  const names = [...text.matchAll(PARAMETER)].map(([, name]) => name as string);
  if (names.length === 0) return { rank: '0', take: (part) => part === text || decoded(part) === text };
  const literals = text.split(/\{[^{}/]*\}/);
  const pattern = new RegExp(`^${literals.map((literal) => escape(literal)).join('([^/]+?)')}$`, 's');
  const isWhole = names.length === 1 && literals.every((literal) => literal === '');
  return {
    rank: isWhole ? '2' : '1',
    take(part, values) {
      const found = pattern.exec(part);
      names.forEach((name, index) => values.set(name, found?.[index + 1] ?? ''));
      return found !== null;
    },
  };
}

function escape(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
