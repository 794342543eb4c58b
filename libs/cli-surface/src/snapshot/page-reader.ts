import { isHelpText, parseHelpPage, type HelpPage } from '@fixpoint/help-parser';
import type { ToolConfig } from '@fixpoint/surface-formats';
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
  return async (path) => {
    const answer = await session.call([...before, ...helpArgs(session.tool, path)]);
    if (!answer.ok) return answer;
    if (answer.exitCode !== 0) return refused('exit', `exit code ${answer.exitCode}`);
    const source = answerText(answer);
    if (source.text.trim() === '') return refused('no-help', 'printed nothing');
    if (!isHelpText(source.text)) return refused('no-help', 'what it printed is not a help page');
    const page = parseHelpPage(source.text, { path, dialect: session.tool.dialect });
    return { ok: true, read: { page, source } };
  };
}

function helpArgs(tool: ToolConfig, path: readonly string[]): string[] {
  if (tool.helpForm === 'subcommand' && path.length > 0) return ['help', ...path];
  return [...path, tool.helpFlag];
}

function refused(kind: CallProblem['kind'], detail: string): PageOutcome {
  return { ok: false, problem: { kind, detail } };
}
