import type { Ports } from '@fixpoint/model';
import type { Manifest } from '@fixpoint/surface-formats';
import {
  describeHeader,
  fitOf,
  isScript,
  matchTarget,
  readExecutableHeader,
  readTargetName,
  type ExecutableHeader,
  type TargetFacts,
} from '../binary';

/** An executable that can be run here for a target. */
export interface Executable {
  readonly path: string;
  readonly target: string;
  readonly platform: { readonly os: string; readonly arch: string };
  /** A command that runs it; empty when it runs by itself. */
  readonly runner: readonly string[];
  /** What the runner needs of this machine's environment. */
  readonly runnerEnv: Readonly<Record<string, string>>;
}

/** Why a file cannot be measured. */
export interface ExecutableProblem {
  readonly kind:
    | 'absent'
    | 'not-a-file'
    | 'not-executable'
    | 'unknown-format'
    | 'target-mismatch'
    | 'target-unknown'
    | 'not-runnable';
  readonly detail: string;
}

/** A file that is wanted as the executable of a target. */
export interface ExecutableRequest {
  readonly path: string;
  /** Absent when the file's own header has to say. */
  readonly target?: string;
  /** The user named the file or the target, so a file without header is taken at the user's word. */
  readonly named: boolean;
}

/** Looks at a file without running it. */
export async function examineExecutable(
  ports: Ports,
  manifest: Manifest,
  request: ExecutableRequest,
): Promise<Executable | ExecutableProblem> {
  const head = await readHead(ports, request.path);
  if ('kind' in head) return head;
  const header = readExecutableHeader(head.bytes);
  const target = request.target ?? targetOf(header, manifest);
  if (typeof target !== 'string') return target;
  const facts = targetFacts(manifest, target);
  if (header === undefined && !isScript(head.bytes) && runnerOf(manifest, target).length === 0) {
    return { kind: 'unknown-format', detail: 'it is no ELF, Mach-O or PE file and no script' };
  }
  if (header !== undefined && fitOf(header, facts) === undefined) {
    return { kind: 'target-mismatch', detail: `it is ${describeHeader(header)}` };
  }
  const runner = await findRunner(ports, { manifest, target, header, facts, named: request.named });
  if ('kind' in runner) return runner;
  const platform = platformOf(header, facts);
  return { path: request.path, target, platform, runner: runner.command, runnerEnv: runner.env ?? {} };
}

async function readHead(
  ports: Ports,
  path: string,
): Promise<{ readonly bytes: Uint8Array } | ExecutableProblem> {
  const bytes = await ports.binaries.head?.(path);
  if (bytes !== undefined) return { bytes };
  const file = await ports.binaries.inspect(path);
  return 'problem' in file ? { kind: file.problem, detail: PROBLEMS[file.problem] } : { bytes: file.head };
}

const PROBLEMS = {
  absent: 'there is no such file',
  'not-a-file': 'it is not a regular file',
  'not-executable': 'it is not executable',
};

/** What a target's name and its platform in `RULES.json` say together. */
export function targetFacts(manifest: Manifest, target: string): TargetFacts {
  const named = readTargetName(target);
  return { ...named, os: manifest.targets.platforms[target] ?? named.os };
}

function targetOf(header: ExecutableHeader | undefined, manifest: Manifest): string | ExecutableProblem {
  const { expected } = manifest.targets;
  const only = expected.length === 1 ? expected[0] : undefined;
  if (header === undefined) {
    return only ?? { kind: 'target-unknown', detail: 'it has no header that tells its target' };
  }
  const match = matchTarget(header, expected, (target) => targetFacts(manifest, target));
  return match ?? { kind: 'target-mismatch', detail: `it is ${describeHeader(header)}` };
}

function platformOf(header: ExecutableHeader | undefined, facts: TargetFacts): Executable['platform'] {
  const arch = facts.arch ?? header?.arches[0] ?? 'unknown';
  return { os: header?.os ?? facts.os ?? 'unknown', arch };
}

function runnerOf(manifest: Manifest, target: string): readonly string[] {
  return manifest.binaries[target]?.runner ?? [];
}

interface RunnerRequest {
  readonly manifest: Manifest;
  readonly target: string;
  readonly header: ExecutableHeader | undefined;
  readonly facts: TargetFacts;
  readonly named: boolean;
}

interface Runner {
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

function runnerEnv(
  ports: Ports,
  names: readonly string[],
): { readonly variables: Readonly<Record<string, string>> } | ExecutableProblem {
  const variables = names.map((name) => [name, ports.machine.env(name)] as const);
  const missing = variables.find(([, value]) => value === undefined || value === '');
  if (missing === undefined) return { variables: Object.fromEntries(variables) as Record<string, string> };
  return { kind: 'not-runnable', detail: `its runner needs ${missing[0]}, which is not set` };
}

async function findRunner(ports: Ports, request: RunnerRequest): Promise<Runner | ExecutableProblem> {
  const { manifest, target, header, facts, named } = request;
  const host = ports.machine.platform;
  if (header !== undefined && isNative(header, host)) return { command: [] };
  if (runnerOf(manifest, target).length > 0) return configuredRunner(ports, manifest, target);
  if (header === undefined && (named || isAtHome(facts, host))) return { command: [] };
  const what = header === undefined ? `a script for ${target}` : describeHeader(header);
  return { kind: 'not-runnable', detail: `it is ${what}, which does not run on ${host?.os} ${host?.arch}` };
}

async function configuredRunner(
  ports: Ports,
  manifest: Manifest,
  target: string,
): Promise<Runner | ExecutableProblem> {
  const [command = '', ...args] = runnerOf(manifest, target);
  const found = await ports.binaries.which(command);
  if (found === undefined) return { kind: 'not-runnable', detail: `its runner ${command} is not on PATH` };
  const env = runnerEnv(ports, manifest.binaries[target]?.runnerEnv ?? []);
  return 'kind' in env ? env : { command: [found, ...args], env: env.variables };
}

function isNative(header: ExecutableHeader, host: Ports['machine']['platform']): boolean {
  return host !== undefined && header.os === host.os && header.arches.includes(host.arch);
}

function isAtHome(facts: TargetFacts, host: Ports['machine']['platform']): boolean {
  if (host === undefined) return false;
  return (facts.os ?? host.os) === host.os && (facts.arch ?? host.arch) === host.arch;
}
