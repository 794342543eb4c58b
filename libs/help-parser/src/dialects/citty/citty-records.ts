import { type SnapshotArg, type SnapshotFlag, withoutAbsent } from '@fixpoint/surface-formats';
import type { ListedCommand } from '../../page';
import { type FlagGrammar, readFlagSpec, toFlag } from '../../table/flag-spec';
import type { CittyRow } from './citty-cells';

const GRAMMAR: FlagGrammar = { bareValues: false, equalsBinds: false };
const COMMAND = /^[^\s,|]+(?:, [^\s,|]+)*$/;
// Version 0.1 writes into the left cell what later ones write behind the description.
const CELL = /^(.*?)(?:="([^"]*)")?( \(required\))?$/;
const REQUIRED = '(Required)';
const DEFAULT = '(Default: ';

interface Facts {
  readonly text: string;
  readonly required: boolean;
  readonly default?: string;
}

/** The record of a row of options; undefined when its cell holds something else. */
export function cittyFlag({ left, description }: CittyRow): SnapshotFlag | undefined {
  const [, cell = '', quoted, marked] = CELL.exec(left) ?? [];
  const spec = readFlagSpec(cell, GRAMMAR);
  if (spec === undefined || spec.rest !== '') return undefined;
  const facts = readFacts(description);
  const isRequired = marked !== undefined || facts.required;
  return withoutAbsent({
    ...withChoices(toFlag({ ...spec, names: acceptedNames(spec.names) })),
    ...(quoted !== undefined && { takes_value: true }),
    required: isRequired ? (true as const) : undefined,
    default: quoted ?? facts.default,
    description: facts.text || undefined,
  });
}

// The option's own name comes last. Aliases are printed with one dash whatever their length; those of more than one letter
// are accepted with two.
function acceptedNames(names: readonly string[]): string[] {
  const accepted = names.map((name) => (/^-[^-]{2}/.test(name) ? `-${name}` : name));
  return [...accepted.slice(-1), ...accepted.slice(0, -1)];
}

// The values of an enumeration stand in the place of a name.
function withChoices(flag: SnapshotFlag): SnapshotFlag {
  const { value_name: name, ...rest } = flag;
  return name?.includes('|') === true ? { ...rest, choices: name.split('|') } : flag;
}

/** Puts the row that shows how a switch is turned off, `--no-name`, to the spellings of the switch above it. */
export function foldNegations(flags: readonly SnapshotFlag[]): SnapshotFlag[] {
  const folded: SnapshotFlag[] = [];
  for (const flag of flags) {
    const last = folded.at(-1);
    if (last?.long !== undefined && flag.long !== undefined && isNegation(flag, last.long))
      folded[folded.length - 1] = {
        ...last,
        aliases: [...(last.aliases ?? []), flag.long, ...(flag.aliases ?? [])],
      };
    else folded.push(flag);
  }
  return folded;
}

function isNegation({ long, aliases = [] }: SnapshotFlag, name: string): boolean {
  return [long, ...aliases].includes(name.replace(/^--/, '--no-'));
}

/** The record of a row of arguments. */
export function cittyArg({ left, description }: CittyRow): SnapshotArg {
  const [, name = '', quoted] = CELL.exec(left) ?? [];
  const facts = readFacts(description);
  return withoutAbsent({
    name: name.split('=', 1)[0] as string,
    required: true,
    variadic: false,
    note: facts.text || undefined,
    default: quoted ?? facts.default,
  });
}

/** The record of a row of commands, `name, alias`. */
export function cittyCommand({ left, description }: CittyRow): ListedCommand | undefined {
  if (!COMMAND.test(left)) return undefined;
  const [name = '', ...aliases] = left.split(', ');
  return { name, aliases, ...(description !== '' && { about: description }) };
}

// `text (Required) (Default: x)`; a value is printed as it is, with brackets of its own if it has some.
function readFacts(description: string): Facts {
  const at = description.endsWith(')') ? description.lastIndexOf(DEFAULT) : -1;
  const before = (at < 0 ? description : description.slice(0, at)).trimEnd();
  const required = before.endsWith(REQUIRED);
  return {
    text: required ? before.slice(0, -REQUIRED.length).trimEnd() : before,
    required,
    ...(at >= 0 && { default: description.slice(at + DEFAULT.length, -1) }),
  };
}
