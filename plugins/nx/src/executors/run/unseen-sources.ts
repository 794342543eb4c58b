import { compareFindings, worseOutcome, type Finding, type Verdict } from '@fixpoint/model';
import { createOwnerOf, readMarkerLinks } from '../../marker-links';
import type { RunTask } from './run-one';

/**
 * Adds to a verdict what Nx cannot see: files of no project are in no hash, so after a change of theirs the cache would go on
 * answering with what was true before.
 *
 * @req FP-NX-010
 */
export async function withUnseenSources(
  verdict: Verdict,
  { target, options: { root, documents }, context }: RunTask,
): Promise<Verdict> {
  if (target !== 'validate') return verdict;
  const ownerOf = createOwnerOf(context.projectsConfigurations.projects);
  const { places } = await readMarkerLinks(context.root, { root, documents });
  const unseen = places.filter((place) => ownerOf(place) === undefined);
  if (unseen.length === 0) return verdict;
  return {
    ...verdict,
    outcome: worseOutcome(verdict.outcome, 'usage'),
    findings: [...verdict.findings, ...unseen.map(toFinding)].sort(compareFindings),
  };
}

function toFinding(place: string): Finding {
  return {
    id: 'usage/source-in-no-project',
    severity: 'error',
    message: `${place} belongs to no project of the workspace, so Nx would not notice that it changed`,
    file: '.',
    actual: place,
    fix: `create a project.json in a directory above ${place}, or move it into a project`,
  };
}
