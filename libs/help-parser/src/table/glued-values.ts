/** Spellings of one row with the values written with them. */
export interface GluedValues {
  readonly names: readonly string[];
  readonly values: readonly string[];
}

const GLUED = /^-(.)([A-Z][A-Z_]+|\d+)$/;
const NUMBER = /^-(?:NUM|NUMBER|NN+|COUNT|DIGITS?|LEVEL|COLUMNS?|LINES?|num|number)$/;

const WORD_IN_CAPITALS = /^-[A-Z]{2,}$/;

/**
 * Takes apart short flags that are written together with their value: `-iSUFFIX`, `-OTYPE, --output-sync[=TYPE]`. `-NUM` is
 * a number with a dash and no flag, and so is a word that the long spelling names as its value.
 */
export function withGluedValues(names: readonly string[], values: readonly string[]): GluedValues {
  const known = new Set(values);
  const kept: string[] = [];
  const found = [...values];
  for (const name of names) {
    const glued = GLUED.exec(name);
    const [, letter = '', tail = ''] = glued ?? [];
    if (NUMBER.test(name) || (WORD_IN_CAPITALS.test(name) && known.has(name.slice(1)))) continue;
    if (glued === null || !(known.has(tail) || (/[a-z]/.test(letter) && /^[A-Z]/.test(tail))))
      kept.push(name);
    else {
      kept.push(`-${letter}`);
      found.push(tail);
    }
  }
  return { names: kept, values: found };
}
