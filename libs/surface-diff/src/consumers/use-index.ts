import { pathKey, type SurfaceChange } from '@fixpoint/surface-formats';
import { changedPaths } from '../describe';
import { aliasIndex } from '../diff/match-commands';
import { spellingIndex } from '../diff/match-flags';
import { nameOf } from '../diff/sort-changes';
import { ruleOf } from '../rules/rules';
import type { Surface } from '../surface/surface';
import type { Consumers, ConsumerUse } from './consumers';

/** Rules about one spelling of a unit, named by `from`: only those who write it that way feel them. */
const ABOUT_A_SPELLING: ReadonlySet<string> = new Set([
  'command-alias-removed',
  'command-renamed',
  'command-spelling-moved',
  'flag-alias-removed',
  'flag-short-removed',
  'flag-renamed',
  'flag-spelling-moved',
]);

/** Finds who uses what a change is about. */
export type UseIndex = (change: SurfaceChange) => readonly ConsumerUse[];

/**
 * Uses by the unit they mean in the older surface: names may be aliases, and a flag may be said to belong to a command below
 * the one that takes it.
 */
export function indexUses({ uses }: Consumers, before: Surface): UseIndex {
  const resolve = resolver(before);
  const byUnit = new Map<string, ConsumerUse[]>();
  for (const use of uses) {
    const path = resolve.path(use.path);
    const keys = [unitKey('command', path, '')];
    if (use.kind === 'flag') {
      const flag = resolve.flag(path, use.name);
      keys.push(unitKey('flag', flag.path, flag.name));
    } else if (use.kind === 'arg') keys.push(unitKey('arg', path, use.name));
    for (const key of keys) byUnit.set(key, [...(byUnit.get(key) ?? []), use]);
  }
  return (change) => {
    const isFeltByCommand = change.unit === 'command' || ruleOf(change.rule)?.felt === 'command';
    const [kind, name] = isFeltByCommand ? (['command', ''] as const) : [change.unit, nameOf(change)];
    const found = changedPaths(change).flatMap((path) => byUnit.get(unitKey(kind, path, name)) ?? []);
    return ABOUT_A_SPELLING.has(change.rule) ? found.filter((use) => writes(use, change)) : found;
  };
}

function writes(use: ConsumerUse, { unit, path, from }: SurfaceChange): boolean {
  return unit === 'command' ? use.path[path.length - 1] === from : use.name === from;
}

function unitKey(kind: ConsumerUse['kind'], path: readonly string[], name: string): string {
  return `${kind}\u001e${pathKey(path)}\u001e${name}`;
}

function resolver(surface: Surface) {
  const aliases = aliasIndex(surface);
  const spellings = new Map<string, ReturnType<typeof spellingIndex>>();
  const spelledAt = (path: readonly string[], name: string): string | undefined => {
    const key = pathKey(path);
    const command = surface.commands.get(key);
    if (command === undefined) return undefined;
    const index = spellings.get(key) ?? spellingIndex(command.flags.values());
    spellings.set(key, index);
    return command.flags.has(name) ? name : index.get(name)?.record.key;
  };
  return {
    path: (path: readonly string[]): readonly string[] =>
      path.reduce<readonly string[]>((parent, token) => {
        const next = [...parent, token];
        return surface.commands.has(pathKey(next)) ? next : (aliases.get(pathKey(next)) ?? next);
      }, []),
    flag: (path: readonly string[], name: string): { path: readonly string[]; name: string } => {
      for (let length = path.length; length >= 0; length -= 1) {
        const at = path.slice(0, length);
        const key = spelledAt(at, name);
        if (key !== undefined) return { path: at, name: key };
      }
      return { path, name };
    },
  };
}
