import { type HelpPage, isHelpText, normalizeHelpText, parseHelpPage } from '@fixpoint/help-parser';
import type { CorpusPage, CorpusTool, TrueCommand } from './corpus';
import { grammarOf } from './frameworks';
import type { Count, Measurement, PageError } from './measurement';
import { type Places, placesOfCommands, placesOfFlags } from './place';
import { shownCommands, shownFlags } from './shown';
import { type TruthView, viewTruth } from './truth-view';

interface Reading {
  readonly at: CorpusPage;
  readonly text: string;
  readonly page: HelpPage;
}

interface Comparison {
  readonly unit: PageError['unit'];
  readonly path: string;
  readonly read: ReadonlySet<string>;
  readonly truth: ReadonlySet<string>;
  readonly shown: (name: string) => boolean;
  readonly judges: (name: string) => boolean;
  readonly placeOf: Places;
}

interface Compared extends Count {
  readonly errors: readonly PageError[];
}

/** Reads every page of a tool and compares those that the truth knows. */
export function measureTool(tool: CorpusTool): Measurement {
  const readings = tool.pages.flatMap((at) => readPage(tool, at));
  const pages = readings.map(({ page }) => page);
  const base = {
    tool: tool.tool,
    framework: tool.framework,
    grammar: grammarOf(tool.framework),
    grade: tool.grade,
    ...(tool.recorded === true && { recorded: tool.recorded }),
    pages: tool.pages.length,
    refused: tool.pages.length - readings.length,
    dialects: countBy(pages.map((page) => page.dialect)),
    read: { flags: total(pages.map(flagNames)), commands: total(pages.map(commandNames)) },
  };
  if (tool.truth === undefined) return { ...base, compared: 0, errors: [] };
  return { ...base, ...compareAll(tool, readings) };
}

function readPage(tool: CorpusTool, at: CorpusPage): Reading[] {
  const text = normalizeHelpText(at.read());
  if (!isHelpText(text)) return [];
  return [{ at, text, page: parseHelpPage(text, { path: at.path, program: tool.tool }) }];
}

function compareAll(
  tool: CorpusTool,
  readings: readonly Reading[],
): Pick<Measurement, 'compared' | 'flags' | 'commands' | 'errors'> {
  const view = viewTruth(tool);
  const truth = new Map((tool.truth?.commands ?? []).map((command) => [key(command.path), command]));
  const pairs = readings.flatMap((reading) => {
    const command = truth.get(key(reading.at.path));
    return command === undefined ? [] : [{ reading, command }];
  });
  const flags = pairs.map(({ reading, command }) => compareFlags(reading, command, view));
  const commands = pairs.map(({ reading, command }) =>
    compareCommands(tool.tool, { reading, command, view }),
  );
  return {
    compared: pairs.length,
    flags: add(flags),
    commands: add(commands),
    errors: [...flags, ...commands].flatMap(({ errors }) => errors),
  };
}

function compareFlags({ page, text, at }: Reading, command: TrueCommand, view: TruthView): Compared {
  return compare({
    unit: 'flag',
    path: at.path.join(' '),
    read: new Set(flagNames(page)),
    truth: view.flagsOf(command),
    shown: shownFlags(text),
    judges: (flag) => view.judgesFlag(command, flag),
    placeOf: placesOfFlags(text),
  });
}

function compareCommands(
  tool: string,
  { reading, command, view }: { reading: Reading; command: TrueCommand; view: TruthView },
): Compared {
  const words = [tool, ...reading.at.path];
  return compare({
    unit: 'command',
    path: reading.at.path.join(' '),
    read: new Set(commandNames(reading.page)),
    truth: view.commandsOf(command),
    shown: shownCommands(reading.text, words),
    judges: () => view.judgesCommands(command),
    placeOf: placesOfCommands(reading.text, words),
  });
}

function compare({ unit, path, read, truth, shown, judges, placeOf }: Comparison): Compared {
  const wrong = [...read].filter((name) => !truth.has(name) && judges(name));
  const missed = [...truth].filter((name) => !read.has(name) && shown(name));
  return {
    found: [...read].filter((name) => truth.has(name)).length,
    wrong: wrong.length,
    missed: missed.length,
    errors: [
      ...wrong.sort().map((name) => ({ kind: 'wrong' as const, unit, path, name, place: placeOf(name) })),
      ...missed.sort().map((name) => ({ kind: 'missed' as const, unit, path, name, place: placeOf(name) })),
    ],
  };
}

function flagNames(page: HelpPage): string[] {
  return page.flags.flatMap((flag) => [flag.long ?? [], flag.short ?? [], flag.aliases ?? []].flat());
}

function commandNames(page: HelpPage): string[] {
  return page.subcommands.flatMap(({ name, aliases }) => [name, ...aliases]);
}

function add(parts: readonly Compared[]): Count {
  const total = (name: keyof Count): number => parts.reduce((all, part) => all + part[name], 0);
  return { found: total('found'), wrong: total('wrong'), missed: total('missed') };
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of [...names].sort()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function total(lists: readonly (readonly string[])[]): number {
  return lists.reduce((all, list) => all + list.length, 0);
}

function key(path: readonly string[]): string {
  return path.join('\0');
}
