import { withoutAbsent } from '@fixpoint/surface-formats';

/** Facts that stand in brackets at the end of a description, and the description without them. */
export interface Remarks {
  readonly text: string;
  readonly default?: string;
  readonly env?: string;
  readonly choices?: readonly string[];
  readonly required?: true;
}

type Facts = { -readonly [key in Exclude<keyof Remarks, 'text'>]?: Remarks[key] | undefined };

// A remark has these words before its value; Python's `None` says that there is no default.
const DEFAULT = /^(?:the )?defaults?(?: value)?(?:\s*[:=]| is| to)\s*(.*)$/i;
const ENV = /^env(?: var)?: ?([^,]+)/;
const CHOICES = /^(?:choices|one of|allowed values|valid values)(?::| are) ?(.+)$/i;
const NO_VALUE = /^(?:None|==SUPPRESS==)$/;
const MOST_REMARKS = 16;
const QUOTED = /^(['"])(.*)\1$/;

/**
 * Reads `(default: x)`, `[env var: X; default: x; required]` and `[choices: a, b]` from the end of a description, across
 * wrapped lines. Parts of a bracket that say nothing of this stay in the text, and so does a bracket that begins none.
 */
export function readRemarks(description: string): Remarks {
  const facts: Facts = {};
  const kept: string[] = [];
  let text = description.trimEnd();
  for (let count = 0; count < MOST_REMARKS; count++) {
    const open = openingOfLast(text);
    if (open === undefined) break;
    const inner = text.slice(open + 1, text.replace(/\.$/, '').length - 1).replaceAll(/\s+/g, ' ');
    const unknown = inner.split('; ').filter((part) => !addFact(facts, part.trim()));
    if (unknown.length === inner.split('; ').length) break;
    if (unknown.length > 0) kept.unshift(`[${unknown.join('; ')}]`);
    text = text.slice(0, open).trimEnd();
  }
  return withoutAbsent({ text: [text, ...kept].filter((part) => part !== '').join(' '), ...facts });
}

function addFact(facts: Facts, part: string): boolean {
  const value = DEFAULT.exec(part)?.[1];
  const env = ENV.exec(part)?.[1];
  const choices = CHOICES.exec(part)?.[1];
  if (part === 'required') facts.required = true;
  else if (value !== undefined && value !== '') facts.default ??= defaultOf(value);
  else if (env !== undefined) facts.env ??= env.trim();
  else if (choices !== undefined) facts.choices ??= choices.split(',').map(unquote);
  else return false;
  return true;
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
