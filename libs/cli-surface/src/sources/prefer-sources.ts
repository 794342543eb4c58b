import type { SourceCommand, SourceFlag } from '@fixpoint/help-parser';
import { pathKey, withoutAbsent, type SnapshotFlag } from '@fixpoint/surface-formats';
import { spellings } from '../snapshot/merge-pages';
import type { SurfaceNode, SurfaceTree } from '../snapshot/surface-tree';
import type { SourceReading } from './read-sources';

/**
 * A tree whose flags have the facts of the second sources: where a source has the tool's own data it stands against what was
 * read from the page, any other source only fills what the page leaves open. The first source that knows a fact gives it.
 */
export function preferSources(tree: SurfaceTree, readings: readonly SourceReading[]): SurfaceTree {
  if (readings.length === 0) return tree;
  return new Map(
    [...withoutInvented(tree, readings)].map(([key, node]) => {
      if (node.read === undefined) return [key, node];
      const known = readings.map(({ kind, commands }) => ({
        overrides: kind.overrides,
        flags: commands.get(pathKey(node.path))?.flags ?? [],
      }));
      const flags = node.read.page.flags.map((flag) => settle(flag, known));
      return [key, { ...node, read: { ...node.read, page: { ...node.read.page, flags } } }];
    }),
  );
}

// A word of a page that was taken for a command: it has no page, and the tool's own data do not know it.
function withoutInvented(tree: SurfaceTree, readings: readonly SourceReading[]): [string, SurfaceNode][] {
  const isInvented = ({ path, read }: SurfaceNode): boolean =>
    read === undefined &&
    path.length > 0 &&
    readings.some(({ kind, commands }) => {
      const parent = commands.get(pathKey(path.slice(0, -1)));
      return kind.overrides && parent?.whole.subcommands === true && !isListed(parent, path, tree);
    });
  return [...tree].filter(([, node]) => !isInvented(node));
}

function isListed(parent: SourceCommand, path: readonly string[], tree: SurfaceTree): boolean {
  const aliases = tree.get(pathKey(path))?.listed?.aliases ?? [];
  return [path.at(-1) as string, ...aliases].some((name) => parent.subcommands.includes(name));
}

interface Known {
  readonly overrides: boolean;
  readonly flags: readonly SourceFlag[];
}

function settle(flag: SnapshotFlag, known: readonly Known[]): SnapshotFlag {
  const names = spellings(flag);
  return known.reduceRight((settled, { overrides, flags }) => {
    const twin = flags.find((each) => each.names.some((name) => names.includes(name)));
    if (twin === undefined) return settled;
    return fill(overrides ? overrule(settled, twin) : settled, twin);
  }, flag);
}

function overrule(flag: SnapshotFlag, { takesValue, valueName, choices }: SourceFlag): SnapshotFlag {
  if (takesValue === false && flag.takes_value) return withoutValue(flag);
  return withoutAbsent<SnapshotFlag>({
    ...flag,
    takes_value: takesValue ?? flag.takes_value,
    value_name: flag.value_name ?? (takesValue === true ? valueName : undefined),
    choices: choices ?? flag.choices,
  });
}

function withoutValue(flag: SnapshotFlag): SnapshotFlag {
  const { long, short, aliases, repeatable, stability, platforms, required, env, description } = flag;
  return withoutAbsent<SnapshotFlag>({
    ...{
      long,
      short,
      takes_value: false,
      repeatable,
      stability,
      platforms,
      aliases,
      required,
      env,
      description,
    },
  });
}

function fill(flag: SnapshotFlag, source: SourceFlag): SnapshotFlag {
  const value = flag.takes_value
    ? {
        value_name: flag.value_name ?? source.valueName,
        choices: flag.choices ?? source.choices,
        default: flag.default ?? source.default,
      }
    : {};
  return withoutAbsent<SnapshotFlag>({
    ...flag,
    ...value,
    repeatable: flag.repeatable ?? (source.repeatable === true ? true : undefined),
    required: flag.required ?? (source.required === true ? true : undefined),
    description: flag.description ?? source.description,
  });
}
