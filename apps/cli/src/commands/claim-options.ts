import type { Command } from 'commander';
import type { VersionClaim } from '@fixpoint/model';

/** What a user may say of a version under rules version 1. */
export interface ClaimOptions {
  readonly status?: string;
  readonly passedTarget?: readonly string[];
  readonly failedTarget?: readonly string[];
  readonly skippedTarget?: readonly string[];
}

/** Declares the options of a claim. */
export function addClaimOptions(command: Command): Command {
  const collect = (value: string, earlier: readonly string[] = []): string[] => [...earlier, value];
  return command
    .option('--status <status>', 'the status to claim for --version (rules version 1 only)')
    .option(
      '--passed-target <triple>',
      'a target that passed validation; repeatable (rules version 1 only)',
      collect,
    )
    .option(
      '--failed-target <triple>',
      'a target that failed validation; repeatable (rules version 1 only)',
      collect,
    )
    .option(
      '--skipped-target <triple>',
      'a target that was skipped; repeatable (rules version 1 only)',
      collect,
    );
}

/** The claim that options make, if they make one. */
export function claimOf(options: ClaimOptions): VersionClaim | undefined {
  const { status, passedTarget: passed, failedTarget: failed, skippedTarget: skipped } = options;
  const isClaim = [status, passed, failed, skipped].some((part) => part !== undefined);
  return isClaim ? { status, passed, failed, skipped } : undefined;
}
