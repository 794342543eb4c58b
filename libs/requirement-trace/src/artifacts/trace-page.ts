import { LAYER_KINDS, type LayerKind, type Need } from '@fixpoint/spec-formats';
import { linkTarget, literalSpan, paddedTable } from '@fixpoint/structured-text';
import type { LevelCoverage } from '../coverage';
import type { TracedLink, TracedRequirement, TraceGraph } from '../trace-graph';

/** What the page is made for. */
export interface PageContext {
  /** The page's own path. */
  readonly page: string;
  readonly needs: readonly Need[];
}

const TITLES: Readonly<Record<LayerKind, string>> = {
  code: 'Code',
  test: 'Test',
  operation: 'Operation',
  pact: 'Pact',
  metric: 'Metric',
  feature: 'Feature',
};

/** The text of `trace.md`: coverage by level, the matrix, and the links of each requirement. */
export function tracePage(
  graph: TraceGraph,
  coverage: readonly LevelCoverage[],
  context: PageContext,
): string {
  const { requirements } = graph;
  const kinds = LAYER_KINDS.filter(
    (kind) =>
      context.needs.some((need) => need.includes(kind)) ||
      requirements.some(({ links }) => links.some((link) => link.kind === kind)),
  );
  const linked = requirements.filter(({ links }) => links.length > 0);
  const needs = context.needs.map((kinds) => kinds.map((kind) => `\`${kind}\``).join(' or '));
  return `${[
    '# Trace of requirements',
    '<!-- This page is derived. Do not edit it. -->',
    context.needs.length === 0
      ? 'A requirement needs no link to be covered.'
      : `A requirement is covered by at least one confirmed link of each of these kinds: ${needs.join(', ')}.`,
    '## Coverage',
    coverageTable(coverage),
    '## Matrix',
    '✓ links, with their number if there are several; ? all links are suspect; ✗ a link is needed.',
    matrix(requirements, kinds, context),
    ...(linked.length === 0
      ? []
      : ['## Links', ...linked.flatMap((traced) => linkList(traced, context.page))]),
  ].join('\n\n')}\n`;
}

function coverageTable(coverage: readonly LevelCoverage[]): string {
  const rows = coverage.map(({ level, total, covered, percentage, required }) => [
    level.toUpperCase(),
    total,
    covered,
    total === 0 ? '–' : `${percentage} %`,
    required === undefined ? '–' : `${required} %`,
  ]);
  return paddedTable(['Level', 'Requirements', 'Covered', 'Share', 'Required'], rows);
}

function matrix(
  requirements: readonly TracedRequirement[],
  kinds: readonly LayerKind[],
  { page, needs }: PageContext,
): string {
  const rows = requirements.map(({ requirement, file, links }) => [
    `[${cellText(requirement.id)}](${linkTarget(page, file, requirement.links[0])})`,
    requirement.level.toUpperCase(),
    ...kinds.map((kind) =>
      cell(
        links.filter((link) => link.kind === kind),
        needs.some((need) => need[0] === kind && !links.some((link) => need.includes(link.kind))),
      ),
    ),
  ]);
  const totals = kinds.map(
    (kind) => `${requirements.filter(({ links }) => links.some((link) => link.kind === kind)).length}`,
  );
  return paddedTable(
    ['Requirement', 'Level', ...kinds.map((kind) => TITLES[kind])],
    [...rows, ['Total', `${requirements.length}`, ...totals]],
  );
}

function cell(links: readonly TracedLink[], isNeeded: boolean): string {
  if (links.length === 0) return isNeeded ? '✗' : '';
  const sign = links.every(({ isSuspect }) => isSuspect) ? '?' : '✓';
  return links.length === 1 ? sign : `${sign} ${links.length}`;
}

function linkList({ requirement, links }: TracedRequirement, page: string): string[] {
  const items = links.map(({ kind, file, name, isSuspect }) => {
    const title = name === '' ? '' : `: ${literalSpan(name)}`;
    return `- ${kind}: [${literalSpan(file)}](${linkTarget(page, file)})${title}${isSuspect ? ' (suspect)' : ''}`;
  });
  return [`### ${cellText(requirement.id)}`, items.join('\n')];
}

/** An id as it is where it has no sign of Markdown in it. */
function cellText(id: string): string {
  return /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?$/.test(id) ? id : literalSpan(id).replaceAll('|', '\\|');
}
