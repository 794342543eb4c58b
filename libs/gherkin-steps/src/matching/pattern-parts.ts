/** A piece of a regular expression: what opens or closes a group, a sign between alternatives, a repetition, or something that matches. */
export interface PatternPart {
  readonly kind: 'open' | 'close' | 'choice' | 'repeat' | 'other';
  readonly text: string;
}

const PARTS =
  /\\[^]|\[(?:\\[^]|[^\]\\])*\]|\((?:\?(?:<?[=!]|:|<\w+>))?|\)|\||(?:[*+?]|\{\d+(?:,\d*)?\})\??|[^]/g;

/** The pieces of a regular expression (of valid syntax); escapes and classes are one piece each. */
export function partsOf(source: string): PatternPart[] {
  return [...source.matchAll(PARTS)].map(([text]) => ({ text, kind: kindOf(text) }));
}

function kindOf(text: string): PatternPart['kind'] {
  if (text.startsWith('(')) return 'open';
  if (text === ')') return 'close';
  if (text === '|') return 'choice';
  return /^(?:[*+?]|\{\d)/.test(text) ? 'repeat' : 'other';
}

/** Where a class ends that begins at an offset. */
export function endOfClass(source: string, start: number): number {
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === ']') return at;
  }
  return source.length;
}
