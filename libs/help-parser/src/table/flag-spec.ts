import { type SnapshotFlag, withoutAbsent } from '@fixpoint/surface-formats';
import { type Placeholder, readPlaceholder } from './placeholder';

/** The left side of a row of a flag table. */
export interface FlagSpec {
  /** All spellings in page order, with their dashes. */
  readonly names: readonly string[];
  readonly values: readonly string[];
  readonly optional: boolean;
  readonly attached: boolean;
  readonly repeatable: boolean;
  /** What stands behind the left side on the same line, trimmed. */
  readonly rest: string;
}

/** Where grammars of flag tables differ. */
export interface FlagGrammar {
  /** Values may be written without brackets: `--file FILE`, `--file=FILE`, `--name string  text`. */
  readonly bareValues: boolean;
  /** A flag whose value is written with `=` takes it in no other way. */
  readonly equalsBinds: boolean;
}

interface Draft {
  names: string[];
  values: string[];
  /** Whether the values came with an earlier spelling: `-f FILE, --file FILE` writes them twice. */
  complete: boolean;
  optional: boolean;
  attached: boolean;
  repeatable: boolean;
}

const NO_MARKS = { optional: false, attached: false, repeatable: false };
const NAME =
  /--?(?:\[no-?\])?(?!\.\.)[^\s,;=<>[\](){}|/:'"`-](?:[^\s,;=<>[\](){}|/'"`]*[^\s,;=<>[\](){}|/.:'"`])?(?:\[[A-Za-z]+\][A-Za-z-]*)?/y;
const NEXT_NAME = /(?: ?[,|/]\s*| )(?=--?[^\s-])/y;
const DOTS = /\.\.\./y;
const BARE_ATTACHED = /(\[)?=([^\s,[\]<>|]+)(\])?/y;
const BARE_VALUE = / ([A-Z][A-Z0-9_:.|/-]*|[^\s<>[\](),.-][^\s<>[\](),]*(?=,? *$|  |, -))(?=[\s,]|$)/y;

/** Reads the flag spellings and values with which a row begins; undefined when it does not begin with a flag. */
export function readFlagSpec(text: string, grammar: FlagGrammar): FlagSpec | undefined {
  const draft: Draft = { names: [], values: [], complete: false, ...NO_MARKS };
  let at = 0;
  for (let end = readName(text, at, draft); end !== undefined; end = readName(text, at, draft)) {
    at = readValues(text, readDots(text, end, draft), { draft, grammar });
    const next = matchAt(NEXT_NAME, text, at);
    if (next === null) break;
    at += next[0].length;
  }
  const rest = text.slice(at);
  if (draft.names.length === 0 || (rest !== '' && !/^\s|^:/.test(rest))) return undefined;
  const { names, values, optional, repeatable } = draft;
  const attached = draft.attached && (optional || grammar.equalsBinds);
  return { names, values, optional, attached, repeatable, rest: rest.trim() };
}

function readName(text: string, at: number, draft: Draft): number | undefined {
  const match = matchAt(NAME, text, at);
  if (match === null) return undefined;
  draft.names.push(...spellings(match[0]));
  draft.complete = draft.values.length > 0;
  return at + match[0].length;
}

// `--[no-]color` is two flags, `--colo[u]r` is one flag in two spellings.
function spellings(name: string): string[] {
  const negated = /^(--?)\[(no-?)\](.+)$/.exec(name);
  if (negated !== null) return [`${negated[1]}${negated[3]}`, `${negated[1]}${negated[2]}${negated[3]}`];
  const inner = /^(.+)\[([A-Za-z]+)\]([A-Za-z-]*)$/.exec(name);
  return inner === null ? [name] : [`${inner[1]}${inner[3]}`, `${inner[1]}${inner[2]}${inner[3]}`];
}

function readDots(text: string, at: number, draft: Draft): number {
  if (matchAt(DOTS, text, at) === null) return at;
  draft.repeatable = true;
  return at + 3;
}

function readValues(
  text: string,
  from: number,
  { draft, grammar }: { draft: Draft; grammar: FlagGrammar },
): number {
  let at = from;
  for (;;) {
    // One blank belongs to the left side, two begin the description.
    const gap = text[at] === ' ' && text[at + 1] !== ' ' ? 1 : 0;
    const value =
      readPlaceholder(text, at + gap) ?? (grammar.bareValues ? readBareValue(text, at) : undefined);
    if (value === undefined || value.names.length === 0) return at;
    addValue(draft, value);
    at = value.end;
  }
}

function readBareValue(text: string, at: number): Placeholder | undefined {
  const attached = matchAt(BARE_ATTACHED, text, at);
  const match = attached ?? matchAt(BARE_VALUE, text, at);
  if (match === null) return undefined;
  const name = (attached === null ? match[1] : match[2]) as string;
  return {
    names: [name.replace(/\.+$/, '')],
    optional: attached?.[1] === '[',
    attached: attached !== null,
    repeatable: name.endsWith('...'),
    end: at + match[0].length,
  };
}

function addValue(draft: Draft, value: Placeholder): void {
  if (!draft.complete) draft.values.push(...value.names);
  draft.optional ||= value.optional;
  draft.attached ||= value.attached;
  draft.repeatable ||= value.repeatable;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The snapshot record of a spec: the first long and the first short spelling, the others as aliases. */
export function toFlag(spec: FlagSpec): SnapshotFlag {
  const long = spec.names.find(isLong);
  const short = spec.names.find((name) => !isLong(name));
  const aliases = spec.names.filter((name) => name !== long && name !== short);
  const [valueName] = spec.values;
  return withoutAbsent({
    long,
    short,
    takes_value: valueName !== undefined,
    value_name: valueName,
    repeatable: spec.repeatable || undefined,
    aliases: aliases.length > 0 ? aliases : undefined,
    value_names: spec.values.length > 1 ? spec.values : undefined,
    value_optional: spec.optional || undefined,
    value_attached: spec.attached || undefined,
  });
}

// `-name` with one dash is a long name of the Go kind.
function isLong(name: string): boolean {
  return name.startsWith('--') || Array.from(name).length > 2;
}
