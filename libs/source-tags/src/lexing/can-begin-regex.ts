import type { Token } from './token';

/** Words behind which a value follows. */
const BEFORE_VALUES = new Set(
  'return typeof case in of delete void throw new else do instanceof yield await default extends'.split(' '),
);

/** Whether a slash begins a regular expression: a value has to be able to stand there. What ends a value goes on with a division. */
export function canBeginRegex(text: string, start: number, before: readonly Token[]): boolean {
  if (text[start + 1] === '>') return false;
  const end = endOfCode(text, start, before);
  const last = text[end - 1];
  if (last === undefined) return true;
  if (/[\w$]/.test(last)) {
    const [word = ''] = /[\w$]{1,12}$/.exec(text.slice(Math.max(0, end - 12), end)) ?? [];
    return BEFORE_VALUES.has(word);
  }
  return !/[)\]"'`<.]/.test(last);
}

/** Where the code before an offset ends, white space and comments left out. */
function endOfCode(text: string, start: number, before: readonly Token[]): number {
  let end = start;
  let index = before.length - 1;
  for (;;) {
    while (end > 0 && /\s/.test(text[end - 1] as string)) end -= 1;
    const token = before[index];
    if (token?.kind !== 'comment' || token.end !== end || end === 0) return end;
    end = token.start;
    index -= 1;
  }
}
