import { compareVersions, compareBytes } from '@fixpoint/surface-formats';
import { fileAt, type Tree } from '../view/tree';
import { reportPath } from '../versions/version-files';
import type { AgentRoot } from './agent-root';
import { reportShape, type SupportMetadata, type SupportReport } from './agent-root-shape';
import { readShape, type Shaped } from './read-shape';
import type { SupportRow } from './support-row';

const WAIVED_NOTE = 'backend report includes intentionally unsupported surface outside unified support';
const WRAPPER_ONLY_NOTE = 'backend report includes backend-only surface outside unified support';
const OMITTED_NOTE = 'current root snapshot omits this target';

/** The rows that the enrolled roots imply, in the order of the published matrix (parity contract §10.2). */
export function deriveRows(tree: Tree, roots: readonly AgentRoot[]): Shaped<readonly SupportRow[]> {
  const rows: SupportRow[] = [];
  for (const root of roots) {
    for (const metadata of root.metadata) {
      for (const target of root.expectedTargets) {
        const report = supportReport(tree, root, { version: metadata.semantic_version, target });
        if ('problem' in report) return report;
        rows.push(deriveRow(root, metadata, { target, report: report.value }));
      }
    }
  }
  return { value: rows.sort(compareRows) };
}

/** The reports that may speak for a target: its own, and those for several targets in the order in which they are asked. */
export function agentReportPaths({ root }: Pick<AgentRoot, 'root'>, { version, target }: VersionTarget) {
  const place = (filter: string) => `${root}/${reportPath(version, filter)}`;
  return { own: place(target), shared: [place('any'), place('all')] };
}

/** One version on one target. */
export interface VersionTarget {
  readonly version: string;
  readonly target: string;
}

function supportReport(tree: Tree, root: AgentRoot, at: VersionTarget): Shaped<SupportReport | undefined> {
  const { own, shared } = agentReportPaths(root, at);
  if (fileAt(tree, own).kind !== 'absent') return readShape(tree, own, reportShape);
  for (const path of shared) {
    if (fileAt(tree, path).kind === 'absent') continue;
    const report = readShape(tree, path, reportShape);
    if ('problem' in report) return report;
    const { targets } = report.value.inputs.upstream;
    if (targets.length === 0 || targets.includes(at.target)) return report;
  }
  return { value: undefined };
}

interface Evidence {
  readonly target: string;
  readonly report: SupportReport | undefined;
}

function deriveRow(root: AgentRoot, metadata: SupportMetadata, { target, report }: Evidence): SupportRow {
  const { semantic_version: version, coverage } = metadata;
  const manifest = coverage.supported_targets.includes(target) ? 'supported' : 'unsupported';
  const backend = backendSupport(report);
  const notes = evidenceNotes(root, version, { target, report });
  return {
    agent: root.agent,
    version,
    target,
    manifest_support: manifest,
    backend_support: backend,
    uaa_support: unifiedSupport(manifest, backend, notes),
    pointer_promotion: promotion(root, version, target),
    evidence_notes: notes,
  };
}

function backendSupport(report: SupportReport | undefined): SupportRow['backend_support'] {
  if (report === undefined) return 'unsupported';
  const { missing_commands, missing_flags, missing_args } = report.deltas;
  if ([missing_commands, missing_flags, missing_args].some((units) => units.length > 0)) return 'unsupported';
  return hasWaived(report) || hasWrapperOnly(report) ? 'partial' : 'supported';
}

function evidenceNotes(root: AgentRoot, version: string, { target, report }: Evidence): string[] {
  const omitted = root.currentVersion === version && !root.currentTargets.includes(target);
  return [
    ...(hasWaived(report) ? [WAIVED_NOTE] : []),
    ...(hasWrapperOnly(report) ? [WRAPPER_ONLY_NOTE] : []),
    ...(omitted ? [OMITTED_NOTE] : []),
  ];
}

function hasWaived(report: SupportReport | undefined): boolean {
  return (report?.deltas.intentionally_unsupported ?? []).length > 0;
}

function hasWrapperOnly(report: SupportReport | undefined): boolean {
  if (report === undefined) return false;
  const { wrapper_only_commands, wrapper_only_flags, wrapper_only_args } = report.deltas;
  return [wrapper_only_commands, wrapper_only_flags, wrapper_only_args].some((units) => units.length > 0);
}

function unifiedSupport(
  manifest: SupportRow['manifest_support'],
  backend: SupportRow['backend_support'],
  notes: readonly string[],
): SupportRow['uaa_support'] {
  if (manifest === 'unsupported' || backend === 'unsupported') return 'unsupported';
  return backend === 'supported' && notes.length === 0 ? 'supported' : 'partial';
}

function promotion(root: AgentRoot, version: string, target: string): SupportRow['pointer_promotion'] {
  const supported = root.pointed('latest_supported', target) === version;
  const validated = root.pointed('latest_validated', target) === version;
  if (supported && validated) return 'latest_supported_and_validated';
  if (supported) return 'latest_supported';
  return validated ? 'latest_validated' : 'none';
}

function compareRows(a: SupportRow, b: SupportRow): number {
  return (
    compareBytes(a.agent, b.agent) ||
    compareBytes(a.target, b.target) ||
    compareVersions(b.version, a.version)
  );
}
