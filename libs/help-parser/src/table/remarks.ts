import { type SnapshotArg, type SnapshotFlag, withoutAbsent } from '@fixpoint/surface-formats';

/** Facts that stand in brackets at the end of a description, and the description without them. */
export interface Remarks {
  readonly text: string;
  readonly default?: string;
  readonly env?: string;
  readonly choices?: readonly string[];
  readonly required?: true;
  /** Further spellings of an option, with their dashes. */
  readonly aliases?: readonly string[];
}

type Facts = { -readonly [key in Exclude<keyof Remarks, 'text'>]?: Remarks[key] | undefined };

// A remark has these words before its value; Python's `None` says that there is no default.
const DEFAULT = /^(?:the )?defaults?(?: value)?(?:\s*[:=]| is| to)\s*(\S.*)$/i;
const ENV = /^env(?: var)?: ?([^,]+)/;
const CHOICES = /^(?:choices|one of|allowed values|valid values)(?::| are) ?(.+)$/i;
const ALIASES = /^alias(?:es)?: ?(-.*)$/i;
const REQUIRED = /^required$/;
const SPELLING = /-[^\s,]+/g;
const NO_VALUE = /^(?:None|==SUPPRESS==)$/;
// Lines are broken behind a hyphen inside a word.
const WRAP = /(?<=[\p{L}\p{N}]-)\n\s*(?=[\p{L}\p{N}])/gu;
const MOST_REMARKS = 16;
const QUOTED = /^(['"])(.*)\1$/;

/**
 * Reads `(default: x)`, `[env var: X; default: x; required]`, `[choices: a, b]` and `(Alias: --x)` from the end of a description, across
 * wrapped lines. Parts of a bracket that say nothing of this stay in the text, and so does a bracket that begins none.
 */
export function readRemarks(description: string): Remarks {
  const facts: Facts = {};
  const kept: string[] = [];
  let text = description.trimEnd();
  for (let count = 0; count < MOST_REMARKS; count++) {
    const open = openingOfLast(text);
    if (open === undefined) break;
    const inner = text
      .slice(open + 1, text.replace(/\.$/, '').length - 1)
      .replaceAll(WRAP, '')
      .replaceAll(/\s+/g, ' ');
    const unknown = inner.split('; ').filter((part) => !addFact(facts, part.trim()));
    if (unknown.length === inner.split('; ').length) break;
    if (unknown.length > 0) kept.unshift(`[${unknown.join('; ')}]`);
    text = text.slice(0, open).trimEnd();
  }
  return withoutAbsent({ text: [text, ...kept].filter((part) => part !== '').join(' '), ...facts });
}

/** A flag with its description, and with what the description tells. What the flag's row says itself counts more. */
export function describeFlag(flag: SnapshotFlag, description: string): SnapshotFlag {
  const { text, aliases = [], ...facts } = readRemarks(description);
  const known = [flag.long, flag.short];
  const all = new Set([...(flag.aliases ?? []), ...aliases].filter((name) => !known.includes(name)));
  return withoutAbsent({
    ...flag,
    ...facts,
    choices: flag.choices ?? facts.choices,
    required: flag.required ?? facts.required,
    aliases: all.size > 0 ? [...all] : undefined,
    description: text || undefined,
  });
}

/** The same for an argument, whose row or usage line tells whether it is required. */
export function describeArg(arg: SnapshotArg, description: string): SnapshotArg {
  const { text, aliases: _aliases, required: _required, ...facts } = readRemarks(description);
  return withoutAbsent({ ...arg, note: text || undefined, ...facts, choices: arg.choices ?? facts.choices });
}

interface Rule {
  readonly pattern: RegExp;
  add(facts: Facts, value: string): void;
}

const RULES: readonly Rule[] = [
  { pattern: REQUIRED, add: (facts) => (facts.required = true) },
  { pattern: DEFAULT, add: (facts, value) => (facts.default ??= defaultOf(value)) },
  { pattern: ENV, add: (facts, value) => (facts.env ??= value.trim()) },
  { pattern: CHOICES, add: (facts, value) => (facts.choices ??= value.split(',').map(unquote)) },
  { pattern: ALIASES, add: (facts, value) => (facts.aliases ??= value.match(SPELLING) ?? []) },
];

function addFact(facts: Facts, part: string): boolean {
  for (const { pattern, add } of RULES) {
    const match = pattern.exec(part);
    if (match === null) continue;
    add(facts, match[1] ?? '');
    return true;
  }
  return false;
}

function defaultOf(value: string): string | undefined {
  return NO_VALUE.test(value) ? undefined : unquote(value);
}

function unquote(value: string): string {
  return value.trim().replace(QUOTED, '$2');
}

// The bracket that ends the text, or ends it but for a full stop; brackets inside it must be balanced.
function openingOfLast(text: string): number | undefined {
  const body = text.replace(/\.$/, '');
  const close = body.at(-1);
  if (close !== ')' && close !== ']') return undefined;
  const open = close === ')' ? '(' : '[';
  let depth = 0;
  for (let index = body.length - 1; index >= 0; index--) {
    if (body[index] === close) depth++;
    else if (body[index] === open && --depth === 0) return index;
  }
  return undefined;
}
