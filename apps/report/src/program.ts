import { join } from 'node:path/posix';
import { parseArgs } from 'node:util';
import { EXIT_CODES, ToolError, type Artifact, type Ports, type Result, type Verdict } from '@fixpoint/model';
import { REPORTERS } from '@fixpoint/reporters';
import { applyChanges, createPorts } from '@fixpoint/workspace-io';
import { buildSite } from './build-site';

/** What the program needs of the process it runs in. */
export interface Surroundings {
  /** Absolute directory of the workspace; all paths are relative to it. */
  readonly cwd: string;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

const USAGE = `usage: report --matrix <directory of SUPPORT.json> --contract <OpenAPI document> --out <directory>\n`;

/** Builds the site and gives the exit code; the codes are those of fixpoint. */
export async function runReport(
  argv: readonly string[],
  { cwd, stdout, stderr }: Surroundings,
): Promise<number> {
  const request = readArguments(argv);
  if (typeof request === 'string') {
    stderr.write(`error: ${request}\n${USAGE}`);
    return EXIT_CODES.usage;
  }
  const verdict = await verdictOf(() => build(cwd, request));
  const { outcome } = verdict;
  const report = { ok: outcome === 'clean', outcome, exitCode: EXIT_CODES[outcome], verdicts: [verdict] };
  stdout.write(REPORTERS.text(report).output);
  return report.exitCode;
}

interface Arguments {
  readonly matrix: string;
  readonly contract: string;
  readonly out: string;
}

function readArguments(argv: readonly string[]): Arguments | string {
  const option = { type: 'string' } as const;
  try {
    const options = { matrix: option, contract: option, out: option };
    const { matrix, contract, out } = parseArgs({ args: [...argv], options }).values;
    if (matrix === undefined || contract === undefined || out === undefined) return 'an option is missing';
    return { matrix, contract, out };
  } catch (error) {
    return (error as Error).message;
  }
}

interface Built {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly compared: number;
}

async function build(cwd: string, { out, ...request }: Arguments): Promise<Result<Built>> {
  const ports = createPorts({ root: cwd });
  const site = await buildSite(ports, request);
  if (!site.ok) return site;
  const write = site.value.map(({ path, text }) => ({ path: join(out, path), text }));
  const { written, removed } = await applyChanges(cwd, { write, remove: await leftOvers(ports, out, write) });
  return { ok: true, findings: [], value: { written, removed, compared: write.length } };
}

/** Files of tools that were in the site before; nothing else in the directory is touched. */
async function leftOvers({ files }: Ports, out: string, write: readonly Artifact[]): Promise<string[]> {
  const kept = new Set(write.map(({ path }) => path));
  const found = await files.list([join(out, 'tools/*.html'), join(out, 'tools/*/history.json')]);
  return found.filter((path) => !kept.has(path));
}

async function verdictOf(run: () => Promise<Result<Built>>): Promise<Verdict> {
  const nothing = { written: [], removed: [], compared: 0 };
  const of = (
    outcome: Verdict['outcome'],
    findings: Verdict['findings'],
    built: Built = nothing,
  ): Verdict => ({
    target: 'build',
    root: '.',
    drifts: [],
    outcome,
    findings,
    ...built,
  });
  try {
    const result = await run();
    return result.ok ? of('clean', [], result.value) : of(result.outcome ?? 'drift', result.findings);
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    const { message, file = '.', fix = `make ${file} usable` } = error;
    return of('environment', [{ id: 'environment/unusable-file', severity: 'error', message, file, fix }]);
  }
}
