import { compareBytes } from '@fixpoint/surface-formats';
import type { Violation } from '../findings/violation';
import { fileAt, type WorkspaceView } from '../view/tree';
import { loadAgentRoot, type AgentRoot } from './agent-root';
import { compareMatrixRows } from './compare-rows';
import { deriveRows } from './derive-rows';
import { agentIssue, type MatrixIssue } from './matrix-issue';
import { readShape, type Misshapen } from './read-shape';
import { readRegistry, type EnrolledRoot } from './registry';
import { supportMatrixShape, type SupportRow } from './support-row';

/** The published matrix of a workspace. */
export const MATRIX_FILE = 'cli_manifests/support_matrix/current.json';

/** Holds the published support matrix against all enrolled roots of the workspace (parity contract §9.3 h, §10.4). */
export function checkSupportMatrix(workspace: WorkspaceView): readonly Violation[] {
  const matrix = readShape(workspace, MATRIX_FILE, supportMatrixShape);
  if ('problem' in matrix) return [unreadable(workspace, matrix)];
  const { schema_version: version, rows } = matrix.value;
  if (version !== 1) return [otherVersion(version)];
  return matrixIssues(workspace, rows).map((issue) => toViolation(issue, rows));
}

function unreadable(workspace: WorkspaceView, { problem, pointer }: Misshapen): Violation {
  const absent = fileAt(workspace, MATRIX_FILE).kind === 'absent';
  return {
    code: absent ? 'SUPPORT_MATRIX_ARTIFACT_MISSING' : 'SUPPORT_MATRIX_INVALID_JSON',
    path: MATRIX_FILE,
    ...(pointer !== undefined && { place: pointer }),
    unit: 'support_matrix',
    field: 'current.json',
    message: problem,
    fix: `restore ${MATRIX_FILE} of the workspace from version control, or publish the matrix again`,
  };
}

function otherVersion(version: number): Violation {
  return {
    code: 'SUPPORT_MATRIX_SCHEMA_INVALID',
    path: MATRIX_FILE,
    pointer: '/schema_version',
    unit: 'support_matrix',
    field: 'schema_version',
    message: `the support matrix is of version ${version}; only version 1 is known`,
    fix: `set /schema_version to 1 in ${MATRIX_FILE}`,
    expected: '1',
    actual: String(version),
  };
}

function matrixIssues(workspace: WorkspaceView, published: readonly SupportRow[]): readonly MatrixIssue[] {
  const registry = readRegistry(workspace);
  if ('problem' in registry) return [rootUnreadable('', registry.problem)];
  const { roots, issues } = loadRoots(workspace, registry.roots);
  const unknown = unknownAgents(published, registry.roots);
  const expected = deriveRows(workspace, roots);
  if ('problem' in expected) return [...issues, ...unknown, rootUnreadable('', expected.problem)];
  const statuses = new Map(
    roots.flatMap(({ agent, metadata }) =>
      metadata.map(({ semantic_version: version, status }) => [JSON.stringify([agent, version]), status]),
    ),
  );
  const statusOf = (agent: string, version: string) =>
    statuses.get(JSON.stringify([agent, version])) ?? undefined;
  return [...issues, ...unknown, ...compareMatrixRows({ published, expected: expected.value, statusOf })];
}

function loadRoots(workspace: WorkspaceView, enrolled: readonly EnrolledRoot[]) {
  const roots: AgentRoot[] = [];
  const issues: MatrixIssue[] = [];
  for (const each of enrolled) {
    const loaded = loadAgentRoot(workspace, each);
    if ('problem' in loaded) issues.push(rootUnreadable(each.agent, loaded.problem));
    else roots.push(loaded.value);
  }
  return { roots, issues };
}

function rootUnreadable(agent: string, problem: string): MatrixIssue {
  return agentIssue(agent, {
    code: 'SUPPORT_MATRIX_ROOT_READ_ERROR',
    message: `the support matrix cannot be checked${agent === '' ? '' : ` for ${agent}`}: ${problem}`,
    fix: `put right what the message names, or set support_matrix_enabled to false in the registry`,
  });
}

function unknownAgents(rows: readonly SupportRow[], enrolled: readonly EnrolledRoot[]): MatrixIssue[] {
  const known = new Set(enrolled.map(({ agent }) => agent));
  const unknown = new Set(rows.map(({ agent }) => agent).filter((agent) => !known.has(agent)));
  return [...unknown].sort(compareBytes).map((agent) =>
    agentIssue(agent, {
      code: 'SUPPORT_MATRIX_UNKNOWN_AGENT',
      message: `the matrix has rows for ${agent}, which is not enrolled`,
      fix: `remove the rows of ${agent}, or enroll it in the registry`,
    }),
  );
}

/** The first row that has what the issue is about gives it its place. */
function toViolation(issue: MatrixIssue, rows: readonly SupportRow[]): Violation {
  const { code, agent, version, target, message, key, expected, actual } = issue;
  const index = rows.findIndex(
    (row) => row.agent === agent && row.version === version && row.target === target,
  );
  const pointer = index === -1 ? '/rows' : `/rows/${index}`;
  return {
    code,
    path: MATRIX_FILE,
    pointer,
    ...(key !== undefined && { place: `${pointer}/${key}` }),
    unit: 'support_matrix',
    ...(agent !== '' && { keyOrName: agent }),
    field: 'rows',
    ...(target !== '' && { target }),
    details: index === -1 ? { agent, version, target } : version,
    message,
    fix: `${issue.fix} (${pointer} in ${MATRIX_FILE})`,
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
  };
}
