import { child, keyOf, list, word, type ScriptNode } from './script-node';

/** A name that a pattern takes out of a value. */
export interface TakenName {
  readonly name: string;
  /** How to come to it from the whole value; undefined where that is not known. */
  readonly keys: readonly string[] | undefined;
}

/** The names that a pattern introduces, with the keys that lead to each. */
export function namesIn(
  pattern: ScriptNode | undefined,
  keys: readonly string[] | undefined = [],
): TakenName[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [{ name: word(pattern, 'name') ?? '', keys }];
    case 'ObjectPattern':
      return list(pattern, 'properties').flatMap((property) => {
        const key = property.type === 'ObjectProperty' ? keyOf(property, 'key') : undefined;
        const next = keys && key !== undefined ? [...keys, key] : undefined;
        return namesIn(child(property, property.type === 'ObjectProperty' ? 'value' : 'argument'), next);
      });
    case 'ArrayPattern':
      return list(pattern, 'elements').flatMap((element) => namesIn(element, undefined));
    case 'AssignmentPattern':
      return namesIn(child(pattern, 'left'), keys);
    case 'RestElement':
      return namesIn(child(pattern, 'argument'), undefined);
    case 'TSParameterProperty':
      return namesIn(child(pattern, 'parameter'), keys);
    default:
      return [];
  }
}
