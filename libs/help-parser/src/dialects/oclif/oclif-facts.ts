import { withoutAbsent } from '@fixpoint/surface-formats';
import type { Annotated } from '../../table/annotations';

const REQUIRED = /^\(required\)(?:\s+|$)/;
const CHOICES = /^\(([^()\s]+(?:\|[^()\s]+)+)\)(?:\s+|$)/;
const HEAD = /^\[(?=(?:default|env):\s)/;
const ENV = /(?:^|, )env: (\S+)$/;
const OPTIONS = /(?:^|\s)<options:\s([^<>]*)>$/;

/** Reads `(required) [default: x, env: Y] text <options: a|b>`, and `(a|b) [default: x] text` of arguments. */
export function readOclifFacts(description: string): Annotated {
  const options = OPTIONS.exec(description);
  const head = readHead(options === null ? description : description.slice(0, options.index).trimEnd());
  const listed = options?.[1] === undefined ? undefined : withoutWraps(options[1]).split('|');
  return withoutAbsent({ ...head, choices: listed ?? head.choices, aliases: [], shortAliases: [] });
}

function readHead(description: string): Pick<Annotated, 'text' | 'required' | 'choices' | 'default' | 'env'> {
  const required = REQUIRED.test(description);
  const text = description.replace(REQUIRED, '');
  const choices = CHOICES.exec(text);
  const rest = choices === null ? text : text.slice(choices[0].length);
  return withoutAbsent({
    required: required ? (true as const) : undefined,
    choices: choices?.[1]?.split('|'),
    ...readRemark(rest),
  });
}

function readRemark(text: string): Pick<Annotated, 'text' | 'default' | 'env'> {
  const end = HEAD.test(text) ? closingBracket(text) : undefined;
  if (end === undefined) return { text };
  const inner = text.slice(1, end).replaceAll(/\s*\n\s*/g, ' ');
  const env = ENV.exec(inner);
  const before = env === null ? inner : inner.slice(0, env.index);
  return withoutAbsent({
    text: text.slice(end + 1).trimStart(),
    default: before.startsWith('default: ') ? before.slice('default: '.length) : undefined,
    env: env?.[1],
  });
}

function closingBracket(text: string): number | undefined {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '[') depth++;
    else if (text[index] === ']' && --depth === 0) return index;
  }
  return undefined;
}

// A list without blanks is cut wherever the line ends.
function withoutWraps(list: string): string {
  return list.replaceAll(/\n\s*/g, '');
}
