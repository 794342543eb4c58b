/** A value as it is written behind a flag or as an argument: `<V>`, `[V]`, `[<A> <B>]`, `=<V>`, `[=V...]`, `<V>...`. */
export interface Placeholder {
  readonly names: readonly string[];
  readonly optional: boolean;
  readonly attached: boolean;
  readonly repeatable: boolean;
  /** Offset behind the placeholder. */
  readonly end: number;
}

const INNER_NAME = /<([^<>]*)>|([^\s<>[\],|][^\s<>[\],]*)/g;
// `[default: x]` is a remark on the flag, not its value.
const REMARK = /^[a-z ]+: /;
const CLOSING: Readonly<Record<string, string>> = { '<': '>', '[': ']' };

/** Reads one bracketed placeholder at an offset; undefined when there is none or its bracket stays open. */
export function readPlaceholder(text: string, at: number): Placeholder | undefined {
  if (text.startsWith('[=', at)) return readBracketed(text, at, { inner: at + 2, attached: true });
  if (text[at] === '=') {
    const value = readPlaceholder(text, at + 1);
    return value === undefined ? undefined : { ...value, attached: true };
  }
  return readBracketed(text, at, { inner: at + 1, attached: false });
}

function readBracketed(
  text: string,
  at: number,
  form: { inner: number; attached: boolean },
): Placeholder | undefined {
  const close = matchingBracket(text, at);
  if (close === undefined) return undefined;
  const inner = text.slice(form.inner, close);
  if (REMARK.test(inner)) return undefined;
  const dotsAfter = text.startsWith('...', close + 1);
  return {
    names: text[at] === '<' ? [withoutDots(inner)] : innerNames(inner),
    optional: text[at] === '[',
    attached: form.attached,
    repeatable: dotsAfter || inner.endsWith('...') || inner.endsWith('..'),
    end: close + (dotsAfter ? 4 : 1),
  };
}

function matchingBracket(text: string, at: number): number | undefined {
  const open = text[at] as string;
  const close = CLOSING[open];
  if (close === undefined) return undefined;
  let depth = 0;
  for (let index = at; index < text.length; index++) {
    if (text[index] === open) depth++;
    else if (text[index] === close && --depth === 0) return index;
  }
  return undefined;
}

function innerNames(inner: string): string[] {
  const names = Array.from(inner.matchAll(INNER_NAME), (match) =>
    withoutDots(match[1] ?? (match[2] as string)),
  );
  return names.filter((name) => name !== '');
}

function withoutDots(name: string): string {
  return name.replace(/\.{2,3}$/, '').trim();
}
