import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { VersionClaim } from '@fixpoint/model';
import { runTarget } from '@fixpoint/runner';
import type { Produced } from './compare-case';
import type { ParityCase } from './parity-case';
import { inRootCopy, refusalOf, withEnvironment } from './run-root-case';

/** How the recorded file came about, as far as it tells. */
interface MetadataArguments {
  readonly version: string;
  readonly status: string;
  readonly passed_targets: readonly string[] | null;
  readonly failed_targets: readonly string[] | null;
  readonly skipped_targets: readonly string[] | null;
  readonly existing_notes: string | null;
}

/** Makes the metadata of a version with the recorded arguments, as `fixpoint version-metadata` does. */
export async function runMetadataCase(parityCase: ParityCase): Promise<Produced> {
  return inRootCopy(parityCase, async (base) => {
    const recorded = JSON.parse(readFileSync(join(base, 'args.json'), 'utf8')) as MetadataArguments;
    rmSync(join(base, 'args.json'));
    prepare(base, recorded);
    const file = join(base, `versions/${recorded.version}.json`);
    const verdict = await withEnvironment(parityCase.env, () =>
      runTarget({
        target: 'version-metadata',
        root: '.',
        base,
        version: recorded.version,
        claim: claimOf(recorded),
      }),
    );
    const refusal = refusalOf(verdict);
    if (refusal !== undefined) return refusal;
    return { files: { [`${recorded.version}.json`]: readFileSync(file, 'utf8') } };
  });
}

// The recordings leave out the report, of which only the existence counts, and the file that was there before.
function prepare(base: string, recorded: MetadataArguments): void {
  const report = `reports/${recorded.version}/coverage.any.json`;
  if (!existsSync(join(base, report))) writeJson(join(base, report), {});
  const validation = givenSets(recorded) === undefined ? keptSets(recorded) : undefined;
  const notes = recorded.existing_notes;
  if (notes === null && validation === undefined) return;
  writeJson(join(base, `versions/${recorded.version}.json`), {
    status: recorded.status,
    ...(notes !== null && { notes }),
    validation,
  });
}

function claimOf(recorded: MetadataArguments): VersionClaim {
  return { status: recorded.status, ...givenSets(recorded) };
}

/** The target options, if the recorded sets can have come from them: options give all three lists. */
function givenSets(recorded: MetadataArguments): Omit<VersionClaim, 'status'> | undefined {
  const { passed_targets: passed, failed_targets: failed, skipped_targets: skipped } = recorded;
  if (passed === null || failed === null || skipped === null) return undefined;
  if (recorded.status === 'snapshotted' || passed.length + failed.length + skipped.length === 0)
    return undefined;
  return { passed, failed, skipped };
}

/** The sets of the file that was there before, where no options can have given them. */
function keptSets({
  passed_targets,
  failed_targets,
  skipped_targets,
}: MetadataArguments): object | undefined {
  const sets = { passed_targets, failed_targets, skipped_targets };
  const known = Object.entries(sets).filter(([, set]) => set !== null);
  return known.length === 0 ? undefined : Object.fromEntries(known);
}

function writeJson(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
