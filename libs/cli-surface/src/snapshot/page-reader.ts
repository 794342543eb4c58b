import { isHelpText, parseHelpPage, type HelpPage } from '@fixpoint/help-parser';
import { pathKey, type ToolConfig } from '@fixpoint/surface-formats';
import { answerText, type CallProblem, type StreamText, type ToolSession } from './tool-session';

/** A help page that could be read. */
export interface ReadPage {
  readonly page: HelpPage;
  readonly source: StreamText;
}

/** A help page as read, or why there is none. */
export type PageOutcome =
  | { readonly ok: true; readonly read: ReadPage }
  | { readonly ok: false; readonly problem: CallProblem };

/** Asks the tool for the help page of a command. */
export type PageReader = (path: readonly string[]) => Promise<PageOutcome>;

/**
 * A reader that puts `before` in front of every command path.
 *
 * The tool is called as `<path> --help`; `help <path>` is for tools whose configuration opts into it, since other programs
 * take it for ordinary arguments and start.
 */
export function pageReader(session: ToolSession, before: readonly string[] = []): PageReader {
  const { tool } = session;
  const skipped = new Set((tool.skipCommands ?? []).map(pathKey));
  return async (path) => {
    if (skipped.has(pathKey(path))) return refused('skipped', 'its page is not asked for, by configuration');
    const answer = await session.call([...before, ...helpArgs(tool, path)]);
    if (!answer.ok) return answer;
    if (!helpExitCodes(tool).includes(answer.exitCode))
      return refused('exit', `exit code ${answer.exitCode}`);
    const source = answerText(answer);
    if (source.text.trim() === '') return refused('no-help', 'printed nothing');
    if (!isHelpText(source.text)) return refused('no-help', 'what it printed is not a help page');
    const page = parseHelpPage(source.text, { path, dialect: tool.dialect });
    return { ok: true, read: { page: inWords(page, tool), source } };
  };
}

/** The exit codes with which a help page may come. */
export function helpExitCodes({ helpExitCodes: codes = [0] }: ToolConfig): readonly number[] {
  return codes;
}

function helpArgs(tool: ToolConfig, path: readonly string[]): string[] {
  const words = commandWords(tool, path);
  if (tool.helpForm === 'subcommand' && path.length > 0) return ['help', ...words];
  return [...words, tool.helpFlag];
}

/** A command path as it stands on a command line. */
export function commandWords({ commandSeparator }: ToolConfig, path: readonly string[]): readonly string[] {
  return commandSeparator === undefined || path.length === 0 ? path : [path.join(commandSeparator)];
}

// Pages that write a command as one word are read as if they wrote it as several.
function inWords(page: HelpPage, { commandSeparator: separator }: ToolConfig): HelpPage {
  if (separator === undefined) return page;
  const apart = (name: string): string => name.split(separator).join(' ');
  return {
    ...page,
    ...(page.usagePath && { usagePath: page.usagePath.flatMap((word) => word.split(separator)) }),
    subcommands: page.subcommands.map((listed) => ({
      ...listed,
      name: apart(listed.name),
      aliases: listed.aliases.map(apart),
    })),
  };
}

function refused(kind: CallProblem['kind'], detail: string): PageOutcome {
  return { ok: false, problem: { kind, detail } };
}
