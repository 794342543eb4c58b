import type { Annotated } from '../../table/annotations';

const DEFAULT = '(default: ';

/** Reads `(default: x)` from the end of a description; the value is printed as it is. */
export function readCacFacts(description: string): Annotated {
  const at = description.endsWith(')') ? description.lastIndexOf(DEFAULT) : -1;
  if (at < 0) return { text: description, aliases: [], shortAliases: [] };
  return {
    text: description.slice(0, at).trimEnd(),
    default: description.slice(at + DEFAULT.length, -1),
    aliases: [],
    shortAliases: [],
  };
}
