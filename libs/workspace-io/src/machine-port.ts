import { availableParallelism } from 'node:os';
import type { MachinePort } from '@fixpoint/model';

/** What a machine port reads; each can be replaced by a test. */
export interface MachineSources {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

/** Seconds of the years -9999 to 9999, and of the year 0: the range of times, and its part that RFC 3339 can write. */
const FIRST = -377_705_116_800n;
const FIRST_WRITABLE = -62_167_219_200n;
const LAST = 253_402_300_799n;

/** Node's names in the words of target triples. */
const OS_NAMES: Readonly<Record<string, string>> = { darwin: 'macos', win32: 'windows' };
const ARCH_NAMES: Readonly<Record<string, string>> = { x64: 'x86_64', arm64: 'aarch64', ia32: 'i686' };

/**
 * Time, environment and processors of this machine. `SOURCE_DATE_EPOCH` stands in for the clock when it is a signed decimal
 * integer within the years -9999 to 9999; a time before the year 0, which cannot be written, gives 1970-01-01T00:00:00Z.
 *
 * @req FP-DET-006
 */
export function createMachinePort({ env = process.env, clock = Date.now }: MachineSources = {}): MachinePort {
  return {
    now: () => sourceDate(env['SOURCE_DATE_EPOCH']) ?? format(clock()),
    env: (name) => env[name],
    parallelism: availableParallelism(),
    platform: {
      os: OS_NAMES[process.platform] ?? process.platform,
      arch: ARCH_NAMES[process.arch] ?? process.arch,
    },
  };
}

function sourceDate(epoch: string | undefined): string | undefined {
  if (epoch === undefined || !/^[+-]?\d+$/.test(epoch)) return undefined;
  const seconds = BigInt(epoch.replace('+', ''));
  if (seconds < FIRST || seconds > LAST) return undefined;
  return format(seconds < FIRST_WRITABLE ? 0 : Number(seconds) * 1_000);
}

function format(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}
