import { withoutAbsent } from '@fixpoint/surface-formats';
import type { Annotated } from '../../table/annotations';
import { readLiteral, readLiterals } from '../../text/literals';

const FACTS = /\((?=(?:choices|default|preset|env):\s)/g;
const KEY = /(?:^|, )(choices|default|preset|env): /g;

/**
 * Reads `(choices: "a", "b", default: "a", preset: "b", env: X)` from the end of a description, across wrapped lines.
 * Values are written as JSON, but for a default that the program describes in words of its own.
 */
export function readCommanderFacts(description: string): Annotated {
  const start = factsStart(description);
  if (start === undefined) return { text: description, aliases: [], shortAliases: [] };
  const inner = description.slice(start + 1, -1).replaceAll(/\s*\n\s*/g, ' ');
  const facts = splitFacts(inner);
  const choices = facts.get('choices');
  const fallback = facts.get('default');
  return withoutAbsent({
    text: description.slice(0, start).trimEnd(),
    choices: choices === undefined ? undefined : readLiterals(choices),
    default: fallback === undefined ? undefined : readLiteral(fallback),
    env: facts.get('env'),
    aliases: [],
    shortAliases: [],
  });
}

// The first place from which nothing but facts follows; a description may hold the same words in brackets of its own.
function factsStart(description: string): number | undefined {
  if (!description.endsWith(')')) return undefined;
  return Array.from(description.matchAll(FACTS), (match) => match.index).at(-1);
}

function splitFacts(inner: string): Map<string, string> {
  const keys = Array.from(inner.matchAll(KEY));
  return new Map(
    keys.map((key, index) => [
      key[1] as string,
      inner.slice(key.index + key[0].length, keys[index + 1]?.index).trim(),
    ]),
  );
}
