import type { Manifest } from '@fixpoint/surface-formats';

/** One row of the matrix of snapshots. */
export interface MatrixEntry {
  readonly target: string;
  /** Label of the runner. */
  readonly runs_on: string;
  /** A union cannot do without the snapshot of this target. */
  readonly required: boolean;
  /** Whether the executable has to be acquired; otherwise it comes with the packages or the system. */
  readonly acquire: boolean;
}

/** Runners of GitHub by platform and architecture. */
const RUNNERS: Readonly<Record<string, { readonly x64: string; readonly arm64: string }>> = {
  linux: { x64: 'ubuntu-latest', arm64: 'ubuntu-24.04-arm' },
  macos: { x64: 'macos-15-intel', arm64: 'macos-latest' },
  windows: { x64: 'windows-latest', arm64: 'windows-11-arm' },
};

const ARM64 = /(?:^|[-_.])(?:aarch64|arm64|armv8)(?:$|[-_.])/i;
const X64 = /(?:^|[-_.])(?:x86_64|x86-64|x64|amd64)(?:$|[-_.])/i;

/**
 * The matrix of a root: each target on a machine of its own kind, in the order of the targets. The runner is the one that
 * `runs_on` names, else that of the platform and of the architecture in the target's name; without one in the name macOS is
 * arm64, everything else x64.
 */
export function ciMatrix({ targets, binaries }: Manifest): MatrixEntry[] {
  return targets.expected.map((target) => ({
    target,
    runs_on: targets.runsOn?.[target] ?? runnerOf(target, targets.platforms[target] ?? 'linux'),
    required: target === targets.required,
    acquire: targets.assets?.[target] !== undefined || isAcquiredOnly(binaries[target]),
  }));
}

function runnerOf(target: string, platform: string): string {
  const runners = RUNNERS[platform] ?? { x64: 'ubuntu-latest', arm64: 'ubuntu-24.04-arm' };
  if (ARM64.test(target)) return runners.arm64;
  return X64.test(target) || platform !== 'macos' ? runners.x64 : runners.arm64;
}

function isAcquiredOnly(binary: Manifest['binaries'][string] | undefined): boolean {
  return (
    binary !== undefined &&
    [binary.path, binary.package, binary.command].every((place) => place === undefined)
  );
}
