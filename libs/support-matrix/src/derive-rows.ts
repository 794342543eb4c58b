import {
  compareBytes,
  withoutAbsent,
  type SupportCounts,
  type SupportLevel,
  type SupportPromotion,
  type SupportRow,
} from '@fixpoint/surface-formats';
import { compareBuild, valid } from 'semver';
import type { ToolFacts } from './read-root';
import type { MetadataFacts, ReportFacts } from './shapes';

/** The rows of all tools: tools by name, versions with the newest first, targets in the order of their rules. */
export function deriveRows(tools: readonly ToolFacts[]): SupportRow[] {
  return [...tools]
    .sort((a, b) => compareBytes(a.tool, b.tool))
    .flatMap((tool) =>
      [...tool.versions]
        .sort((a, b) => compareNewestFirst(a.semantic_version, b.semantic_version))
        .flatMap((metadata) => tool.targets.map((target) => deriveRow(tool, metadata, target))),
    );
}

function deriveRow(tool: ToolFacts, metadata: MetadataFacts, target: string): SupportRow {
  const version = metadata.semantic_version;
  const report = tool.report({ version, target });
  const counts = report && countUnits(report);
  const manifest =
    metadata.coverage?.supported_targets.includes(target) === true ? 'supported' : 'unsupported';
  const wrapper = wrapperSupport(counts);
  const validation = validationOf(metadata, target);
  const evidence = evidenceOf(counts, validation);
  return withoutAbsent<SupportRow>({
    tool: tool.tool,
    version,
    target,
    status: metadata.status,
    manifest_support: manifest,
    wrapper_support: wrapper,
    overall_support: overallSupport(manifest, wrapper, evidence),
    promotion: promotionOf(tool, version, target),
    validation,
    counts,
    evidence,
  });
}

function countUnits({ deltas }: ReportFacts): SupportCounts {
  return {
    missing: deltas.missing_commands.length + deltas.missing_flags.length + deltas.missing_args.length,
    unsupported: deltas.unsupported.length,
    intentionally_unsupported: deltas.intentionally_unsupported.length,
    wrapper_only:
      deltas.wrapper_only_commands.length +
      deltas.wrapper_only_flags.length +
      deltas.wrapper_only_args.length,
  };
}

// A unit that is declared to be unsupported is lacking just as one of which nothing is said.
function wrapperSupport(counts: SupportCounts | undefined): SupportLevel {
  if (counts === undefined || counts.missing + counts.unsupported > 0) return 'unsupported';
  return counts.intentionally_unsupported + counts.wrapper_only > 0 ? 'partial' : 'supported';
}

function overallSupport(
  manifest: SupportRow['manifest_support'],
  wrapper: SupportLevel,
  evidence: readonly string[],
): SupportLevel {
  if (manifest === 'unsupported' || wrapper === 'unsupported') return 'unsupported';
  return wrapper === 'supported' && evidence.length === 0 ? 'supported' : 'partial';
}

function validationOf({ validation }: MetadataFacts, target: string): SupportRow['validation'] {
  if (validation?.failed_targets?.includes(target) === true) return 'failed';
  if (validation?.passed_targets?.includes(target) === true) return 'passed';
  return validation?.skipped_targets?.includes(target) === true ? 'skipped' : 'none';
}

function evidenceOf(counts: SupportCounts | undefined, validation: SupportRow['validation']): string[] {
  if (counts === undefined) return ['no coverage report'];
  const units: readonly (readonly [number, string])[] = [
    [counts.missing, 'missing'],
    [counts.unsupported, 'declared as unsupported'],
    [counts.intentionally_unsupported, 'waived'],
    [counts.wrapper_only, 'in the wrapper only'],
  ];
  return [
    ...units.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])),
    ...(validation === 'failed' ? ['validation failed'] : []),
    ...(validation === 'skipped' || validation === 'none' ? ['not run with the real executable'] : []),
  ];
}

function promotionOf({ pointed }: ToolFacts, version: string, target: string): SupportPromotion {
  const supported = pointed('latest_supported', target) === version;
  const validated = pointed('latest_validated', target) === version;
  if (supported) return validated ? 'latest_supported_and_validated' : 'latest_supported';
  return validated ? 'latest_validated' : 'none';
}

/** What is no semantic version comes behind what is one. */
function compareNewestFirst(a: string, b: string): number {
  const [isVersionA, isVersionB] = [valid(a) !== null, valid(b) !== null];
  if (isVersionA && isVersionB) return compareBuild(b, a);
  return isVersionA === isVersionB ? compareBytes(b, a) : isVersionA ? -1 : 1;
}
