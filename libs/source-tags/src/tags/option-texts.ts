import { afterBlanks, type Literal, type SourceText } from '../source-text';

/** How far an object reaches in which options are looked for. */
const REACH = 600;

/** The object of options that begins at an offset of code; undefined where another thing does. */
export interface Options {
  /** The texts that are the value of a key, by itself or in a list. */
  textsOf(key: string): Literal[];
  /** Whether a key is `true`. */
  isSet(key: string): boolean;
}

/** Reads the keys of an object literal, not those of objects inside of it. */
export function optionsAt({ code, literals }: SourceText, at: number): Options | undefined {
  if (code[at] !== '{') return undefined;
  const values = new Map<string, number>();
  const head = code.slice(at, at + REACH);
  let depth = 0;
  for (const { 0: sign, 1: key, index } of head.matchAll(
    /[{[(]|[}\])]|(?<![\w$.])([A-Za-z]{1,40})\s{0,20}:/g,
  )) {
    if (key !== undefined && depth === 1) values.set(key, afterBlanks(code, at + index + sign.length));
    else if (key === undefined) depth += '{[('.includes(sign) ? 1 : -1;
    if (depth === 0) break;
  }
  return {
    textsOf: (key) => {
      const start = values.get(key);
      if (start === undefined) return [];
      const one = literals.get(start);
      if (one !== undefined) return [one];
      const [list = ''] = /^\[[\s",]*\]/.exec(code.slice(start, start + REACH)) ?? [];
      return [...list.matchAll(/"/g)].flatMap(({ index }) => literals.get(start + index) ?? []);
    },
    isSet: (key) => {
      const start = values.get(key);
      return start !== undefined && /^true\b/.test(code.slice(start, start + 5));
    },
  };
}
