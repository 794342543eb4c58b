import { failureOf, success, type Finding, type Ports, type Result, type Scope } from '@fixpoint/model';
import type { Manifest } from '@fixpoint/surface-formats';
import { compareVersionNames } from '../history/version-order';
import { EVIDENCE_FILE, unionFile, WRAPPER_COVERAGE_FILE } from '@fixpoint/surface-units';
import type { ConsumerTexts } from '../inputs/read-inputs';
import { ruleSetOf } from '../rule-sets';

/** What is read for the diffs of a root. */
export interface SurfaceDiffFacts {
  /** Committed unions, oldest version first. */
  readonly unions: readonly { readonly version: string; readonly text: string }[];
  readonly consumers: ConsumerTexts;
  /** One version whose diff is wanted; the diffs of all otherwise. */
  readonly wanted?: string;
}

/** Reads the committed unions of every version, and who uses the surface. */
export async function collectFacts(
  { files }: Ports,
  manifest: Manifest,
  { version: wanted }: Scope,
): Promise<Result<SurfaceDiffFacts>> {
  if (!ruleSetOf(manifest).hasArtifacts) return success({ unions: [], consumers: {} });
  const paths = await files.list([unionFile('*')]);
  const versions = paths.map((path) => path.split('/')[1] ?? '').sort(compareVersionNames);
  if (wanted !== undefined && !versions.includes(wanted))
    return failureOf('usage', unknownVersion(wanted, versions));
  const texts = await Promise.all(versions.map((version) => files.readText(unionFile(version))));
  const [coverage, evidence] = await Promise.all([
    files.readText(WRAPPER_COVERAGE_FILE),
    files.readText(EVIDENCE_FILE),
  ]);
  return success({
    unions: versions.flatMap((version, index) => {
      const text = texts[index];
      return text === undefined ? [] : [{ version, text }];
    }),
    consumers: { coverage, evidence },
    wanted,
  });
}

function unknownVersion(version: string, versions: readonly string[]): Finding {
  return {
    id: 'surface-diff/unknown-version',
    severity: 'error',
    message: `there is no union of version ${JSON.stringify(version)}`,
    file: 'snapshots',
    expected: versions.join(', '),
    actual: version,
    fix: `name one of the committed versions: ${versions.join(', ') || 'there is none yet'}`,
  };
}
