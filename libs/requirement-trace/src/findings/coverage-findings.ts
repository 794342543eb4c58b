import type { Finding, Severity } from '@fixpoint/model';
import type { LayerKind, Level, Need, TraceConfig } from '@fixpoint/spec-formats';
import { coverageOf, isBelow, type LevelCoverage } from '../coverage';
import type { TracedRequirement, TraceGraph } from '../trace-graph';

/** What the findings of coverage are made for. */
export interface CoverageContext {
  readonly trace: TraceConfig;
  /** The root as the user names it. */
  readonly root: string;
}

const HOW: Readonly<Record<LayerKind, (id: string) => string>> = {
  code: (id) => `write "Implements: ${id}" in a comment above the code that does it`,
  test: (id) => `put [${id}] into the title of a test, or "Verifies: ${id}" into a comment above it`,
  operation: (id) => `add "x-req-id: ${id}" to the operation`,
  pact: (id) => `put [${id}] into the description of an interaction, in the consumer's test`,
  metric: (id) => `add "requirements: [${id}]" to the metric`,
  feature: (id) => `put the tag @${id} above a scenario`,
};

/** What is missing by requirement and by level. */
export function coverageFindings(graph: TraceGraph, context: CoverageContext): Finding[] {
  const { trace } = context;
  return [
    ...graph.requirements.flatMap((traced) =>
      wishesOf(trace)
        .filter((kinds) => !traced.links.some((link) => kinds.includes(link.kind)))
        .map((kinds) => without(traced, kinds, severityOf(traced.requirement.level, kinds, trace))),
    ),
    ...coverageOf(graph, trace).flatMap((level) => levelFindings(level, context)),
  ];
}

/** What is needed, and tests in any case where there are some. */
function wishesOf({ needs, tests }: TraceConfig): Need[] {
  const asksForTests = needs.some((kinds) => kinds.includes('test'));
  return [...needs, ...(asksForTests || tests.files.length === 0 ? [] : [['test'] as const])];
}

/** Where all requirements of a level have to be covered, each one that is not is an error. */
function severityOf(level: Level, kinds: Need, { thresholds, needs }: TraceConfig): Severity {
  if (needs.includes(kinds) && thresholds[level] === 100) return 'error';
  return level === 'must' || level === 'should' ? 'warning' : 'note';
}

function without({ requirement, file }: TracedRequirement, kinds: Need, severity: Severity): Finding {
  const [kind] = kinds as readonly [LayerKind];
  const { id, position, level } = requirement;
  return {
    id: `trace/requirement-without-${kind}`,
    severity,
    message: `no ${kinds.join(' or ')} is linked with ${id} (${level.toUpperCase()}): ${requirement.title}`,
    file,
    position,
    actual: id,
    fix: HOW[kind](id),
  };
}

/** Ids that a message names; each one has a finding of its own. */
const MOST_NAMED = 10;

function someOf(ids: readonly string[]): string {
  const more = ids.length - MOST_NAMED;
  return `${ids.slice(0, MOST_NAMED).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}

function levelFindings(coverage: LevelCoverage, { trace, root }: CoverageContext): Finding[] {
  const { level, total, covered, percentage, required, uncovered } = coverage;
  if (required === undefined) return [];
  const name = level.toUpperCase();
  if (total === 0) {
    return [
      {
        id: 'trace/level-without-requirements',
        severity: 'note',
        message: `no requirement has the level ${name}, of which ${required} % have to be covered`,
        file: '.',
        fix: `remove "${level}" from "trace.thresholds" of ${root} if there are to be none`,
      },
    ];
  }
  if (!isBelow(coverage)) return [];
  const needs = trace.needs.map((kinds) => kinds.join(' or ')).join(', ');
  return [
    {
      id: 'trace/below-threshold',
      severity: 'error',
      message: `${covered} of ${total} ${name} requirements are covered (${percentage} %), and ${required} % have to be; missing: ${someOf(uncovered)}`,
      file: '.',
      expected: `${required} %`,
      actual: `${percentage} %`,
      fix: `link ${uncovered.length === 1 ? uncovered[0] : 'each of the missing'} with: ${needs}; confirm links that are suspect`,
    },
  ];
}
