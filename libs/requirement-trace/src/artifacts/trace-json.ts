import { LAYER_KINDS, type Need } from '@fixpoint/spec-formats';
import { toJsonText } from '@fixpoint/surface-formats';
import { isCovered, type LevelCoverage } from '../coverage';
import type { TracedRequirement, TraceGraph } from '../trace-graph';

/** The text of `trace.json`. There is no line in it, so that an edit above a link does not change it. */
export function traceJson(
  { requirements }: TraceGraph,
  coverage: readonly LevelCoverage[],
  needs: readonly Need[],
): string {
  return toJsonText({
    schema_version: 1,
    // A text, because formatters disagree about short lists.
    needs: needs.map((kinds) => kinds.join(' or ')).join(', '),
    coverage: Object.fromEntries(
      coverage.map(({ level, total, covered, percentage, required }) => [
        level,
        { total, covered, percentage, ...(required !== undefined && { required }) },
      ]),
    ),
    requirements: Object.fromEntries(
      requirements.map((traced) => [traced.requirement.id, requirementRecord(traced, needs)]),
    ),
  });
}

function requirementRecord(traced: TracedRequirement, needs: readonly Need[]): Record<string, unknown> {
  const { requirement, file, fingerprint, links } = traced;
  const kinds = LAYER_KINDS.filter((kind) => links.some((link) => link.kind === kind));
  return {
    source: requirement.links[0] ?? file,
    level: requirement.level,
    fingerprint,
    covered: isCovered(traced, needs),
    links: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        links
          .filter((link) => link.kind === kind)
          .map((link) => ({ file: link.file, name: link.name, ...(link.isSuspect && { suspect: true }) })),
      ]),
    ),
  };
}
