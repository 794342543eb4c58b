import { type JsonObject, isObject, isTextList } from './json-kinds';

/** What makes a list element the same element on both sides, and how a person would call it. */
export interface Identity {
  readonly key: string;
  /** `flag --json`, `command "exec resume"`, `input x86_64-unknown-linux-musl`. */
  readonly label: string;
  /** Whether the label already says which command the element belongs to. */
  readonly isComplete: boolean;
}

/** The fields that name an element, the first one present counts; `key` of a flag is its long form, else the short one. */
const NAME_FIELDS = ['key', 'long', 'short', 'name', 'target_triple', 'id'] as const;

/** What an element is called by the list it stands in, when that is not the list's name in the singular. */
const NOUNS: ReadonlyMap<string, string> = new Map([
  ['args', 'argument'],
  ['listed', 'feature'],
  ['coverage', 'command'],
]);

/** Lists in which a command is at home; in any other list its name is told along. */
const COMMAND_LISTS: readonly string[] = ['commands', 'coverage'];

const UNIT_KINDS: readonly unknown[] = ['command', 'flag', 'arg'];

/**
 * The identities of a list's elements, or undefined when one of them has none. Elements with equal names are told apart by
 * their occurrence.
 */
export function identities(list: readonly unknown[], listName: string): Identity[] | undefined {
  const seen = new Map<string, number>();
  const found: Identity[] = [];
  for (const element of list) {
    const identity = identify(element, listName);
    if (identity === undefined) return undefined;
    const occurrence = (seen.get(identity.key) ?? 0) + 1;
    seen.set(identity.key, occurrence);
    found.push(occurrence === 1 ? identity : repeated(identity, occurrence));
  }
  return found;
}

function repeated(identity: Identity, occurrence: number): Identity {
  return {
    ...identity,
    key: `${identity.key}#${occurrence}`,
    label: `${identity.label} (occurrence ${occurrence})`,
  };
}

function identify(element: unknown, listName: string): Identity | undefined {
  if (isTextList(element)) return identityOf({ path: element }, listName);
  return isObject(element) ? identityOf(element, listName) : undefined;
}

function identityOf(element: JsonObject, listName: string): Identity | undefined {
  const path = pathOf(element);
  const name = nameOf(element);
  if (path === undefined && name === undefined) return undefined;
  const unit = [element['unit'], element['kind']].find((kind) => UNIT_KINDS.includes(kind));
  const field = typeof element['field'] === 'string' ? element['field'] : undefined;
  const label = `${conflictPrefix(element, field)}${elementLabel({ path, name, listName })}`;
  return {
    key: JSON.stringify([unit, path, name?.value, field]),
    label: path === undefined || isHome(name, listName) ? label : `${label} in ${listName}`,
    isComplete: path !== undefined,
  };
}

interface Name {
  readonly field: string;
  readonly value: string;
}

function nameOf(element: JsonObject): Name | undefined {
  const field = NAME_FIELDS.find((candidate) => typeof element[candidate] === 'string');
  return field === undefined ? undefined : { field, value: element[field] as string };
}

function pathOf(element: JsonObject): string | readonly string[] | undefined {
  const path = element['path'];
  return typeof path === 'string' || isTextList(path) ? path : undefined;
}

function isHome(name: Name | undefined, listName: string): boolean {
  return name === undefined && COMMAND_LISTS.includes(listName);
}

function conflictPrefix(element: JsonObject, field: string | undefined): string {
  return field !== undefined && 'values_by_target' in element ? `conflict on ${field} of ` : '';
}

interface Named {
  readonly path: string | readonly string[] | undefined;
  readonly name: Name | undefined;
  readonly listName: string;
}

function elementLabel({ path, name, listName }: Named): string {
  if (name === undefined) return commandLabel(path as string | readonly string[], listName);
  const label = nameLabel(name, path === undefined ? nounOf(listName) : 'argument');
  return path === undefined ? label : `${label} of ${commandLabel(path, 'commands')}`;
}

function nameLabel({ field, value }: Name, noun: string): string {
  if (field !== 'name' && value.startsWith('-')) return `flag ${value}`;
  return field === 'target_triple' ? `${noun} ${value}` : `${noun} ${JSON.stringify(value)}`;
}

function commandLabel(path: string | readonly string[], listName: string): string {
  if (typeof path === 'string') return `${nounOf(listName)} ${JSON.stringify(path)}`;
  return path.length === 0 ? 'the root command' : `command ${JSON.stringify(path.join(' '))}`;
}

function nounOf(listName: string): string {
  const known = NOUNS.get(listName);
  if (known !== undefined) return known;
  if (listName.endsWith('ies')) return `${listName.slice(0, -3)}y`;
  return listName.endsWith('s') && !listName.endsWith('ss') ? listName.slice(0, -1) : `entry of ${listName}`;
}
