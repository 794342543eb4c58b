import { comparePaths, pathKey, withoutAbsent, type JsonShape } from '@fixpoint/surface-formats';
import { JSON_SHAPES } from './json-shapes';
import { jsonFlag } from './json-flag';
import { entriesAt, textAt, textsAt, valueAt, type Entry } from './json-value';
import type { SourceCommand } from './source-surface';

const DEEPEST = 32;

/**
 * Reads a JSON document that describes the commands of a tool.
 *
 * @param shape a known shape by its name, or where the facts stand
 * @returns the commands in path order; undefined when the text is no JSON or nothing stands where the shape says
 */
export function parseHelpJson(text: string, shape: string | JsonShape): SourceCommand[] | undefined {
  const known = typeof shape === 'string' ? JSON_SHAPES[shape] : shape;
  const root = valueAt(parse(text), known?.root);
  if (known === undefined || typeof root !== 'object' || root === null) return undefined;
  const commands = known.layout === 'nested' ? nested(root, known) : flat(root, known);
  const isEmpty = commands.every(({ flags, subcommands }) => flags.length === 0 && subcommands.length === 0);
  return isEmpty ? undefined : commands.sort((a, b) => comparePaths(a.path, b.path));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function nested(root: unknown, shape: JsonShape): SourceCommand[] {
  const visits: { readonly path: readonly string[]; readonly value: unknown }[] = [{ path: [], value: root }];
  const commands: SourceCommand[] = [];
  for (const { path, value } of visits) {
    const children =
      path.length === DEEPEST
        ? []
        : entriesAt(value, shape.commands).flatMap((entry) => named(entry, shape).slice(0, 1));
    commands.push(toCommand({ path, value, subcommands: children.map(({ name }) => name) }, shape));
    visits.push(...children.map((child) => ({ path: [...path, child.name], value: child.value })));
  }
  return commands;
}

// The commands of a flat list are named whole; what stands between the root and a command may have no entry of its own.
function flat(root: unknown, shape: JsonShape): SourceCommand[] {
  const listed = entriesAt(root, shape.commands)
    .flatMap((entry) => named(entry, shape))
    .map(({ name, value }) => ({ path: name.split(shape.separator ?? /\s+/), value }));
  const children = childrenOf(listed.map(({ path }) => path));
  const own = new Set(listed.map(({ path }) => pathKey(path)));
  const between = [...children.values()].filter(({ path }) => !own.has(pathKey(path)));
  return [
    ...listed.map((entry) =>
      toCommand({ ...entry, subcommands: children.get(pathKey(entry.path))?.names ?? [] }, shape),
    ),
    ...between.map(({ path, names }) => ({
      path,
      flags: [],
      subcommands: names,
      whole: { flags: false, subcommands: shape.partial !== true },
    })),
  ];
}

interface Children {
  readonly path: readonly string[];
  readonly names: string[];
}

function childrenOf(paths: readonly (readonly string[])[]): Map<string, Children> {
  const children = new Map<string, Children>([[pathKey([]), { path: [], names: [] }]]);
  for (const [path, depth, name] of paths.flatMap((each) =>
    each.map((word, at) => [each, at, word] as const),
  )) {
    const parent = path.slice(0, depth);
    const known = children.get(pathKey(parent)) ?? { path: parent, names: [] };
    if (!known.names.includes(name)) known.names.push(name);
    children.set(pathKey(parent), known);
  }
  return children;
}

function named({ key, value }: Entry, shape: JsonShape): { name: string; value: unknown }[] {
  const name = textAt(value, shape.command.name) ?? key;
  return name === undefined ? [] : [{ name, value }];
}

interface Described {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly subcommands: readonly string[];
}

function toCommand({ path, value, subcommands }: Described, shape: JsonShape): SourceCommand {
  const aliases = textsAt(value, shape.command.aliases);
  return withoutAbsent({
    path,
    aliases: aliases.length > 0 ? aliases : undefined,
    flags: entriesAt(value, shape.command.flags).flatMap((entry) => jsonFlag(entry, shape.flag)),
    subcommands,
    whole: { flags: valueAt(value, shape.command.flags) !== undefined, subcommands: shape.partial !== true },
  });
}
