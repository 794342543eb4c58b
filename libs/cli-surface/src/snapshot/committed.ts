import type { FilePort } from '@fixpoint/model';
import { comparePaths, pathKey } from '@fixpoint/surface-formats';
import { isCommandToken } from './command-token';
import { spellings } from './merge-pages';

/** A flag that some committed snapshot of the same target has, or that the wrapper is declared to cover. */
export interface KnownFlag {
  readonly name: string;
  readonly takesValue: boolean;
}

/** Commands that committed files of a root know, with their flags: what a probe asks for. */
export interface KnownSurface {
  readonly commands: readonly { readonly path: readonly string[]; readonly flags: readonly KnownFlag[] }[];
}

/**
 * Reads the committed snapshots of a target, of all versions, and the declared coverage of the wrapper: a wrapper that passes
 * what help never showed is the best reason to ask for it. A file that is not what it should be is left to `validate`.
 */
export async function readKnownSurface(files: FilePort, target: string): Promise<KnownSurface> {
  const paths = await files.list([`snapshots/*/${target}.json`]);
  const texts = await Promise.all(paths.map((path) => files.readText(path)));
  const commands = new Map<string, { path: readonly string[]; flags: Map<string, KnownFlag> }>();
  const declared = parseDeclared(await files.readText('wrapper_coverage.json'));
  for (const { path, flags } of [...texts.flatMap(parseCommands), ...declared]) {
    const command = commands.get(pathKey(path)) ?? { path, flags: new Map<string, KnownFlag>() };
    commands.set(pathKey(path), command);
    for (const flag of flags) if (!command.flags.has(flag.name)) command.flags.set(flag.name, flag);
  }
  return {
    commands: [...commands.values()]
      .map(({ path, flags }) => ({ path, flags: [...flags.values()] }))
      .sort((a, b) => comparePaths(a.path, b.path)),
  };
}

function parseCommands(text: string | undefined): { path: string[]; flags: KnownFlag[] }[] {
  const { commands } = parseRecord(text);
  if (!Array.isArray(commands)) return [];
  return commands.flatMap((command: unknown) => {
    const { path, flags } = toRecord(command);
    return isTexts(path) && path.every(isCommandToken)
      ? [{ path, flags: Array.isArray(flags) ? flags.flatMap(parseFlag) : [] }]
      : [];
  });
}

function parseDeclared(text: string | undefined): { path: string[]; flags: KnownFlag[] }[] {
  const { coverage } = parseRecord(text);
  if (!Array.isArray(coverage)) return [];
  const commands = coverage.map(toRecord).map(({ path, flags }) => ({
    path,
    flags: Array.isArray(flags)
      ? flags.map(toRecord).map(({ key }) => ({ long: key, takes_value: false }))
      : [],
  }));
  return parseCommands(JSON.stringify({ commands }));
}

function parseFlag(flag: unknown): KnownFlag[] {
  const { long, short, aliases, takes_value: takesValue } = toRecord(flag);
  const names = spellings({
    long: typeof long === 'string' ? long : undefined,
    short: typeof short === 'string' ? short : undefined,
    aliases: isTexts(aliases) ? aliases : [],
    takes_value: takesValue === true,
  });
  return names
    .filter((name) => /^-[^\s=]+$/.test(name))
    .map((name) => ({ name, takesValue: takesValue === true }));
}

function parseRecord(text: string | undefined): Record<string, unknown> {
  try {
    return toRecord(JSON.parse(text ?? ''));
  } catch {
    return {};
  }
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
