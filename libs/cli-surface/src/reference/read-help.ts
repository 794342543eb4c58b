import type { Finding } from '@fixpoint/model';
import type { CrawlRequest } from './crawl-pages';
import { failedPage } from './reference-problem';
import { commandLine, exitLine, hasSucceeded, outputText, type ReferenceRun } from './reference-run';

/** A page, or why there is none: a problem ends the snapshot, an omission is recorded in it. */
export type HelpPageOutcome =
  | { readonly text: string }
  | { readonly omission: string }
  | { readonly problem: Finding };

/** Asks for the page of a command. The root page is needed in every form. */
export async function readHelp(request: CrawlRequest, path: readonly string[]): Promise<HelpPageOutcome> {
  const { tool, place } = request;
  const args = [...request.globals, ...tool.pageArgs(path)];
  const run = await request.run(args, {
    env: { ...tool.env, ...tool.helpEnv },
    timeoutMs: tool.helpTimeoutMs,
  });
  if (hasSucceeded(run)) return { text: outputText(run) };
  if (tool.tolerance === undefined || path.length === 0) {
    const isEnabledPass = request.globals.length > 0;
    return { problem: failedPage(place, { path, pageArgs: tool.pageArgs, isEnabledPass, run }) };
  }
  if (isReadable(run, tool.tolerance.helpMarkers)) return { text: outputText(run) };
  return {
    omission:
      run.status === 'timeout'
        ? `timeout after ${tool.helpTimeoutMs}ms: ${commandLine(place.command, args)}`
        : `help probe failed: ${exitLine(place.command, args, run)}`,
  };
}

function isReadable(run: ReferenceRun, markers: readonly string[]): boolean {
  if (run.status === 'timeout' || run.status === 'not-started') return false;
  const text = outputText(run).toLowerCase();
  return markers.some((marker) => text.includes(marker));
}
