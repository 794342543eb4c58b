import { type SnapshotFlag, withoutAbsent } from '@fixpoint/surface-formats';
import { type FlagSpec, toFlag } from '../../table/flag-spec';

/** The left side of a row as argparse and optparse write it: spellings, and after each or after the last its values. */
export interface Invocation {
  readonly names: readonly string[];
  readonly values: readonly string[];
  readonly choices?: readonly string[];
  readonly optional: boolean;
  readonly repeatable: boolean;
  readonly takesValue: boolean;
}

interface Values {
  readonly names: string[];
  optional: boolean;
  repeatable: boolean;
  choices?: readonly string[];
}

const NEXT_SPELLING = /,\s+(?=[-+/]\S)/;
const SPELLING = /^([-+/][^\s=,[\]]*[^\s=,[\].:])(?:[= ]\s*(.*))?$/;
const NAME = /^(?:[-+/]|--|\+\+|\/\/)[\p{L}\p{N}?@#%$!_*][^\s]*$/u;
const MOST_NESTED = 3;
const OPENING: Readonly<Record<string, string>> = { '[': ']', '{': '}', '<': '>', '(': ')' };

/** Reads `-f FILE, --file FILE` (Python to 3.12), `-f, --file FILE` (since 3.13), `-f FILE, --file=FILE` (optparse). */
export function readInvocation(left: string): Invocation | undefined {
  const parts = left.split(NEXT_SPELLING).map((part) => SPELLING.exec(part));
  const written = parts.findLast((part) => part?.[2] !== undefined && part[2] !== '')?.[2];
  const names = parts.map((part) => withoutValue(part?.[1] ?? '', written));
  if (!names.every((name) => NAME.test(name))) return undefined;
  const values: Values = { names: [], optional: false, repeatable: false };
  if (written !== undefined) readValues(written, values);
  const { choices, optional, repeatable } = values;
  return withoutAbsent({
    names,
    values: values.names,
    choices,
    optional,
    repeatable,
    takesValue: written !== undefined,
  });
}

// optparse can be told to write short options as `-fFILE`.
function withoutValue(name: string, value: string | undefined): string {
  const isGlued = value !== undefined && /^-[^-]/.test(name) && name.slice(2) === value;
  return isGlued ? name.slice(0, 2) : name;
}

/** The record of an invocation without what its description tells. */
export function invocationRecord(invocation: Invocation): SnapshotFlag {
  const { choices, takesValue, ...rest } = invocation;
  const spec: FlagSpec = { ...rest, attached: false, rest: '' };
  return withoutAbsent({ ...toFlag(spec), takes_value: takesValue, choices });
}

/** The members of `{a,b}`; undefined for other text. */
export function bracedChoices(text: string): readonly string[] | undefined {
  if (!text.startsWith('{') || closingOf(text, 0) !== text.length - 1) return undefined;
  return text.slice(1, -1).split(/,\s*/);
}

// `X`, `[X]`, `[X ...]`, `X [X ...]`, `KEY [VALUE ...]`, `A B`, `{a,b}`, `...`.
function readValues(text: string, values: Values, depth = 0): void {
  for (const piece of topLevelWords(text)) {
    const isGroup = depth < MOST_NESTED && piece.startsWith('[') && closingOf(piece, 0) === piece.length - 1;
    const choices = bracedChoices(piece);
    if (piece === '...') values.repeatable = true;
    else if (isGroup) {
      values.optional ||= values.names.length === 0 && values.choices === undefined;
      readGroup(piece.slice(1, -1), values, depth);
    } else if (choices !== undefined) values.choices ??= choices;
    else addName(piece, values);
  }
}

// `X...` is one that repeats.
function addName(piece: string, values: Values): void {
  const name = piece.replace(/\.\.\.$/, '');
  values.repeatable ||= name !== piece;
  values.names.push(name.replace(/^<([^<>]*)>$/, '$1'));
}

// `X [X ...]` names one value that repeats; only another name is a second one.
function readGroup(inner: string, values: Values, depth: number): void {
  const group: Values = { names: [], optional: false, repeatable: false };
  readValues(inner, group, depth + 1);
  values.repeatable ||= group.repeatable;
  values.choices ??= group.choices;
  values.names.push(...group.names.filter((name) => !values.names.includes(name)));
}

/** The words of a text; what stands in brackets is one. Behind a bracket that stays open every word counts by itself. */
export function topLevelWords(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  let isOpen = false;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && text[at] !== ' ') {
      if (isOpen || OPENING[text[at] as string] === undefined) continue;
      const close = closingOf(text, at);
      isOpen = close === undefined;
      at = close ?? at;
    } else {
      if (at > from) found.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return found;
}

function closingOf(text: string, at: number): number | undefined {
  const open = text[at] as string;
  const close = OPENING[open];
  let depth = 0;
  for (let index = at; close !== undefined && index < text.length; index++) {
    if (text[index] === open) depth++;
    else if (text[index] === close && --depth === 0) return index;
  }
  return undefined;
}
