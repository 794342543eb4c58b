import { withoutAbsent } from '@fixpoint/surface-formats';
import type { Annotated } from '../../table/annotations';
import { readLiteral, readLiterals } from '../../text/literals';

/** The remarks behind a description, in the order in which they are printed. */
interface Remarks {
  readonly text: string;
  readonly values: ReadonlyMap<string, string>;
}

const OPTION_KEYS = ['deprecated', 'type', 'required', 'choices', 'default'];
const COMMAND_KEYS = ['default', 'aliases', 'deprecated'];
const OPTION_REMARK =
  /\[(?:(boolean|count|string|array|number|required|deprecated)\]|(choices|default|deprecated):\s?)/g;
const COMMAND_REMARK = /\[(?:(default|deprecated)\]|(aliases|deprecated):\s?)/g;
const TYPES = /^(?:boolean|count|string|array|number)$/;

/** Whether a text is nothing but remarks. */
export const REMARK_START =
  /^\[(?:(?:boolean|count|string|array|number|required|default|deprecated)\]|(?:choices|default|deprecated|aliases):(?:\s|$))/;

/** Reads `[boolean] [required] [choices: "a", "b"] [default: "a"]` from the end of an option's or a positional's text. */
export function readOptionFacts(text: string, typed: boolean): Annotated {
  const remarks = takeRemarks(text, { pattern: OPTION_REMARK, order: OPTION_KEYS });
  const { values } = remarks;
  const type = values.get('type');
  const choices = values.get('choices');
  const fallback = values.get('default');
  return withoutAbsent({
    text: remarks.text,
    takes_value: takesValue(type, typed || choices !== undefined, fallback),
    repeatable: type === 'array' || type === 'count' ? (true as const) : undefined,
    required: values.has('required') ? (true as const) : undefined,
    choices: choices === undefined ? undefined : readLiterals(choices),
    default: fallback === undefined ? undefined : readLiteral(fallback),
    aliases: [],
    shortAliases: [],
  });
}

/** Reads `[default] [aliases: a, b]` from the end of a command's text. */
export function readCommandFacts(text: string): Annotated {
  const remarks = takeRemarks(text, { pattern: COMMAND_REMARK, order: COMMAND_KEYS });
  const aliases = remarks.values.get('aliases')?.split(/,\s*/) ?? [];
  return { text: remarks.text, aliases, shortAliases: [] };
}

// An option that is declared without a type takes a value when one follows; its default tells when it is a switch.
function takesValue(type: string | undefined, typed: boolean, fallback: string | undefined): boolean {
  if (type !== undefined) return type !== 'boolean' && type !== 'count';
  return typed && fallback !== 'true' && fallback !== 'false';
}

function takeRemarks(text: string, grammar: { pattern: RegExp; order: readonly string[] }): Remarks {
  const flat = text.replaceAll('\n', ' ');
  const found = flat.endsWith(']') ? Array.from(flat.matchAll(grammar.pattern)) : [];
  const first = firstOfChain(flat, found, grammar.order);
  const values = found.slice(first).map((match, index): [string, string] => {
    const end = found[first + index + 1]?.index ?? flat.length;
    const value = flat.slice(match.index + match[0].length, end).trim();
    return [keyOf(match), match[2] === undefined ? (match[1] as string) : value.replace(/\]$/, '').trim()];
  });
  const start = found[first]?.index ?? text.length;
  return { text: text.slice(0, start).trimEnd(), values: new Map(values) };
}

// A description may hold the same words: only those count that follow each other, in their order, up to the end.
function firstOfChain(text: string, found: readonly RegExpExecArray[], order: readonly string[]): number {
  let first = found.length;
  while (first > 0) {
    const match = found[first - 1] as RegExpExecArray;
    const next = found[first];
    const closed = text.slice(match.index, next?.index).trimEnd().endsWith(']');
    const ordered = next === undefined || order.indexOf(keyOf(match)) < order.indexOf(keyOf(next));
    const adjacent =
      match[2] !== undefined || text.slice(match.index + match[0].length, next?.index).trim() === '';
    if (!closed || !ordered || !adjacent) break;
    first--;
  }
  return first;
}

function keyOf(match: RegExpExecArray): string {
  const key = (match[1] ?? match[2]) as string;
  return TYPES.test(key) ? 'type' : key;
}
