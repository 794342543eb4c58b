import type { Union, UnionFlag } from '@fixpoint/surface-formats';
import { pathKey } from '@fixpoint/surface-formats';
import type { WrapperScanOptions } from './options';

/**
 * What a merged surface (`union.json`) tells the scan: which words are commands, aliases included, and which flags take a value.
 * A flag whose value may be left out is not among the latter, for the word behind it need not be its value.
 */
export function hintsFromUnion(
  union: Union,
): Required<Pick<WrapperScanOptions, 'knownCommands' | 'flagsTakingValue'>> {
  const knownCommands = union.commands.flatMap(({ path, aliases = [] }) => [
    path,
    ...aliases.map((alias) => [...path.slice(0, -1), alias]),
  ]);
  const flagsTakingValue = new Map(
    union.commands.map(
      ({ path, flags = [] }) => [pathKey(path), new Set(flags.flatMap(valueSpellings))] as const,
    ),
  );
  return { knownCommands, flagsTakingValue };
}

function valueSpellings({
  key,
  long,
  short,
  aliases = [],
  takes_value,
  value_optional,
}: UnionFlag): string[] {
  if (!takes_value || value_optional) return [];
  return [key, long, short, ...aliases].filter((spelling) => spelling !== undefined);
}
