import type { Result } from '@fixpoint/model';
import { referenceSnapshot, type ReferenceBinary, type ReferenceSnapshot } from './reference-snapshot';
import type { ReferenceRun, ReferenceRunner } from './reference-run';
import type { ReferenceSupplement } from './supplement';
import type { ReferenceTool } from './reference-tool';

/** What a call prints: its standard output, exit code 0, or the parts that differ. */
export type CannedPage =
  | string
  | {
      readonly exit?: number;
      readonly stdout?: string;
      readonly stderr?: string;
      readonly status?: ReferenceRun['status'];
    };

/** A recorded tool: what it prints by its arguments, joined by one space and without the ones that enable features. */
export interface CannedCli {
  readonly pages: Readonly<Record<string, CannedPage>>;
  /** Pages that differ while a feature is enabled, by the feature's name. */
  readonly enabled_pages?: Readonly<Record<string, Readonly<Record<string, CannedPage>>>>;
}

/** Facts that come with a recorded tool. */
export interface CannedBinary extends ReferenceBinary {
  readonly collected_at: string;
}

/** How a recorded tool is read. */
export interface CannedOptions {
  readonly tool: ReferenceTool;
  readonly supplement?: ReferenceSupplement;
  /** The executable as it stands in omissions; the form's program name when absent. */
  readonly command?: string;
  /** As in `ReferenceSnapshotRequest`. */
  readonly version?: string;
}

/** The snapshot that rules version 1 give of a recorded tool. */
export function snapshotFromCannedCli(
  cli: CannedCli,
  binary: CannedBinary,
  { tool, supplement, command, version }: CannedOptions,
): Promise<Result<ReferenceSnapshot>> {
  return referenceSnapshot({
    tool,
    supplement,
    version,
    binary,
    run: cannedRunner(cli, tool.features?.enableFlag),
    command: command ?? tool.form.program,
    collectedAt: binary.collected_at,
  });
}

/**
 * A runner that answers from a recording. Arguments that are not in it end with exit code 2 and a message, as an unknown
 * command does.
 *
 * @param enableFlag the flag whose value is the name of an enabled feature
 */
export function cannedRunner(cli: CannedCli, enableFlag?: string): ReferenceRunner {
  const pages = new Map(Object.entries(cli.pages));
  return (args) => {
    const { enabled, others } = partFeatures(args, enableFlag);
    const key = others.join(' ');
    const changed = enabled.flatMap((name) => Object.entries(cli.enabled_pages?.[name] ?? {}));
    return Promise.resolve(toRun(new Map([...pages, ...changed]).get(key) ?? unknownArguments(key)));
  };
}

function partFeatures(
  args: readonly string[],
  enableFlag: string | undefined,
): { readonly enabled: readonly string[]; readonly others: readonly string[] } {
  const isValue = (index: number) => index > 0 && args[index - 1] === enableFlag;
  return {
    enabled: args.filter((_, index) => isValue(index)),
    others: args.filter((arg, index) => arg !== enableFlag && !isValue(index)),
  };
}

function unknownArguments(key: string): CannedPage {
  return { exit: 2, stderr: `error: nothing is recorded for "${key}"\n` };
}

function toRun(page: CannedPage): ReferenceRun {
  if (typeof page === 'string') return { status: 'exited', exitCode: 0, stdout: page, stderr: '' };
  const status = page.status ?? 'exited';
  return {
    status,
    exitCode: status === 'exited' ? (page.exit ?? 0) : undefined,
    stdout: page.stdout ?? '',
    stderr: page.stderr ?? '',
  };
}
