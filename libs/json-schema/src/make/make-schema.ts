import type { SchemaConfig, SchemaSource } from '@fixpoint/contract-formats';
import {
  failureOf,
  resolvePath,
  success,
  type Ports,
  type ProcessResult,
  type Result,
} from '@fixpoint/model';
import { makerProblem, noAnswer, noNode, type MakerFailure } from './maker-problems';
import { MAKER_SCRIPT } from './maker-script';

/** A schema as its generator gives it, before it is brought into form. */
export interface MadeSchema {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly generator: string;
  readonly version: string;
}

const TIMEOUT_MS = 120_000;
const MAX_BYTES = 64 * 1024;
const ANSWER = 'answer.json';

/** What a child needs to find programs; nothing else of the caller's environment reaches it. */
const PASSED = ['PATH', 'SystemRoot', 'PATHEXT'];

/**
 * Makes the schema of an exported zod schema or TypeScript type. This runs the user's code, in a process of its own with a pinned
 * environment and a limit of time; the network is not kept from it.
 *
 * @req FP-DET-002, FP-SCH-001
 */
export async function makeSchema(
  ports: Ports,
  config: SchemaConfig & { readonly from: SchemaSource },
): Promise<Result<MadeSchema>> {
  const { kind, file, name } = config.from;
  return ports.scratch.with('schema', async (directory) => {
    const request = {
      kind,
      name,
      source: resolvePath(ports.files.root, file),
      dialect: config.dialect,
      allowUnknownKeys: config.allowUnknownKeys,
      result: `${directory}/${ANSWER}`,
    };
    const ended = await runNode(ports, JSON.stringify(request), directory);
    if (ended.status === 'not-started')
      return failureOf('environment', noNode(config.from, ended.startError));
    const [answer] = await ports.packages.readFiles(directory, [ANSWER]);
    if (answer === undefined) return failureOf('usage', noAnswer(config.from, ended, TIMEOUT_MS));
    const made = JSON.parse(answer.text) as ({ readonly ok: true } & MadeSchema) | MakerFailure;
    return made.ok ? success(made) : makerProblem(config.from, made);
  });
}

function runNode(ports: Ports, request: string, home: string): Promise<ProcessResult> {
  const passed = PASSED.flatMap((name) => {
    const value = ports.machine.env(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return ports.processes.run({
    command: 'node',
    args: ['-e', MAKER_SCRIPT, request],
    cwd: ports.files.root,
    env: {
      ...Object.fromEntries(passed),
      ...{ HOME: home, USERPROFILE: home, TMPDIR: home, TEMP: home, TMP: home },
      ...{ TZ: 'UTC', LANG: 'C', LC_ALL: 'C', NO_COLOR: '1', CI: '1', SOURCE_DATE_EPOCH: '0' },
    },
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_BYTES,
  });
}
