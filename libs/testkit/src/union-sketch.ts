import {
  toJsonText,
  type Union,
  type UnionArg,
  type UnionCommand,
  type UnionFlag,
} from '@fixpoint/surface-formats';

export const LINUX = 'x86_64-unknown-linux-musl';
export const MACOS = 'aarch64-apple-darwin';
export const WINDOWS = 'x86_64-pc-windows-msvc';
export const TARGETS = [LINUX, MACOS, WINDOWS];

type WithDefaults<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;
type FlagSketch = WithDefaults<UnionFlag, 'takes_value' | 'available_on'>;
type ArgSketch = WithDefaults<UnionArg, 'required' | 'variadic' | 'available_on'>;

/** A command of a test's union: what is left out is the same for all targets. */
export interface CommandSketch extends Omit<UnionCommand, 'path' | 'flags' | 'args' | 'available_on'> {
  readonly available_on?: readonly string[];
  readonly flags?: readonly (string | FlagSketch)[];
  readonly args?: readonly (string | ArgSketch)[];
}

/** A union over all three targets, from commands by their words (`exec resume`; the root is empty). */
export function unionOf(
  commands: Readonly<Record<string, CommandSketch>>,
  changes: Partial<Union> = {},
): Union {
  const inputs = changes.inputs ?? inputsOf(TARGETS);
  return {
    snapshot_schema_version: 2,
    tool: 'tool-cli',
    mode: 'union',
    collected_at: '2026-01-02T00:00:00Z',
    expected_targets: TARGETS,
    complete: inputs.length === TARGETS.length,
    commands: Object.entries(commands).map(([words, sketch]) => toCommand(words, sketch)),
    ...changes,
    inputs,
  };
}

/** The inputs of a union over some targets. */
export function inputsOf(targets: readonly string[]): Union['inputs'] {
  return targets.map((target) => ({
    target_triple: target,
    collected_at: '2026-01-01T00:00:00Z',
    binary: {
      sha256: '0'.repeat(64),
      size_bytes: 1,
      platform: { os: 'linux', arch: 'x86_64' },
      target_triple: target,
      version_output: 'tool 1.0.0',
    },
  }));
}

/** The text of a union as it is committed. */
export function unionText(union: Union): string {
  return toJsonText(union);
}

function toCommand(words: string, { flags, args, ...rest }: CommandSketch): UnionCommand {
  const available_on = rest.available_on ?? TARGETS;
  const toFlag = (flag: string | FlagSketch): UnionFlag => ({
    takes_value: false,
    available_on,
    ...(typeof flag === 'string' ? { key: flag } : flag),
  });
  const toArg = (arg: string | ArgSketch): UnionArg => ({
    required: false,
    variadic: false,
    available_on,
    ...(typeof arg === 'string' ? { name: arg } : arg),
  });
  return {
    path: words === '' ? [] : words.split(' '),
    ...rest,
    available_on,
    ...(flags && { flags: flags.map(toFlag) }),
    ...(args && { args: args.map(toArg) }),
  };
}
