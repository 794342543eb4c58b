import type { AnyDerivation, ProcessRequest } from '@fixpoint/model';
import { snapshotDerivation } from '@fixpoint/cli-surface';
import { FAMILIES, runTarget } from '@fixpoint/runner';

/** What a call of the tool was made for. */
export type CallKind =
  | 'version'
  | 'page'
  | 'page with features enabled'
  | 'features'
  | 'completion'
  | 'flag probe';

/** One call of the tool that a snapshot made. */
export interface RecordedCall {
  readonly kind: CallKind;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What is recorded, and with which executable. */
export interface RecordRequest {
  /** Absolute directory of the marker. */
  readonly root: string;
  readonly binary: string;
}

/** Makes a snapshot once and gives every call that it made. */
export async function recordCalls({ root, binary }: RecordRequest): Promise<readonly RecordedCall[]> {
  const calls: RecordedCall[] = [];
  const recording: AnyDerivation = {
    ...snapshotDerivation,
    collect: (ports, config, scope) => {
      const run = (request: ProcessRequest) => {
        calls.push({ kind: kindOf(request.args), args: request.args, env: request.env });
        return ports.processes.run(request);
      };
      return snapshotDerivation.collect({ ...ports, processes: { run } }, config, scope);
    },
  };
  const families = FAMILIES.map((family) => ({ ...family, targets: { snapshot: [recording] } }));
  const verdict = await runTarget({ target: 'snapshot', root, base: root, binary, families });
  if (verdict.outcome !== 'clean') throw new Error(verdict.findings.map(({ message }) => message).join('\n'));
  return calls;
}

/** How many calls there are of each kind. */
export function countKinds(calls: readonly RecordedCall[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { kind } of calls) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

// The markers that are measured here ask with these words (`libs/codex/cli_manifest/RULES.json`).
function kindOf(args: readonly string[]): CallKind {
  const words = args.join(' ');
  if (words === '--version') return 'version';
  if (words === 'features list') return 'features';
  if (words === 'completion bash') return 'completion';
  if (args[0] === '--enable') return 'page with features enabled';
  return args.slice(0, -1).some((word) => word.startsWith('-')) ? 'flag probe' : 'page';
}
