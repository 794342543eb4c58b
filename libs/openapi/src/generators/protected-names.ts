/** Names that every object has in JavaScript; libraries that look names up in plain objects take them for something else. */
const INHERITED = new RegExp(
  `\\b(?:${Object.getOwnPropertyNames(Object.prototype).sort().join('|')})\\b`,
  'g',
);

/** A text in which names that every object inherits have become others, and the way back. */
export interface ProtectedText {
  readonly text: string;
  restore(text: string): string;
}

/**
 * Renames `hasOwnProperty`, `valueOf`, `__proto__` and the like wherever they stand in a JSON text, to names that are identifiers just
 * the same and occur nowhere in it. The Redocly in openapi-typescript 7.13 calls the inherited function of that name: it fails, and
 * where a reference leads there the rejection is not handled, which ends the process.
 */
export function protectNames(text: string): ProtectedText {
  let suffix = 'Fx';
  for (let count = 0; text.includes(suffix); count += 1) suffix = `Fx${count}x`;
  return {
    text: text.replace(INHERITED, (name) => `${name}${suffix}`),
    restore: (generated) => generated.replaceAll(suffix, ''),
  };
}
