import type { components } from '@fixpoint/report-client';
import { fill } from './html';
import { page, table, type Column } from './page';

type History = components['schemas']['History'];
type Version = components['schemas']['HistoryVersion'];
type Unit = components['schemas']['UnitLife'];

const VERSIONS: readonly Column<Version>[] = [
  { heading: 'Version', cell: ({ version }) => version },
  { heading: 'Targets', cell: ({ targets }) => targets.map((target) => fill`<code>${target}</code> `) },
  { heading: 'Commands', cell: ({ commands }) => commands.visible },
  { heading: 'Hidden commands', cell: ({ commands }) => commands.hidden },
  { heading: 'Flags', cell: ({ flags }) => flags.visible },
  { heading: 'Hidden flags', cell: ({ flags }) => flags.hidden },
  { heading: 'Arguments', cell: ({ args }) => args },
  { heading: 'Compared with', cell: ({ since }) => since?.version ?? '–' },
  { heading: 'Breaking', cell: ({ since }) => since?.changes.breaking ?? '–' },
  { heading: 'Additive', cell: ({ since }) => since?.changes.additive ?? '–' },
  { heading: 'Cosmetic', cell: ({ since }) => since?.changes.cosmetic ?? '–' },
  { heading: 'Bump deserved', cell: ({ since }) => since?.bump.deserved ?? '–' },
  { heading: 'Bump made', cell: ({ since }) => since?.bump.made ?? '–' },
];

const UNITS: readonly Column<Unit>[] = [
  { heading: 'Name', cell: (unit) => fill`<code>${nameOf(unit)}</code>` },
  { heading: 'Kind', cell: ({ unit }) => (unit === 'arg' ? 'argument' : unit) },
  { heading: 'First seen', cell: (unit) => unit.first_seen },
  { heading: 'Hidden since', cell: (unit) => unit.hidden_since ?? '–' },
  { heading: 'Removed in', cell: (unit) => unit.removed_in ?? '–' },
  {
    heading: 'Life',
    cell: ({ life }) => life?.map(({ version, state }) => `${state} in ${version}`).join(', ') ?? '–',
  },
];

/** The page of one tool: its versions, newest first, and what did not simply stay visible. */
export function historyPage(tool: string, history: History): string {
  const units = history.units.filter((unit) => unit.hidden_since ?? unit.removed_in ?? unit.life);
  const unitTable =
    units.length === 0
      ? fill`<p>Nothing was ever hidden or removed.</p>
`
      : table('Commands, flags and arguments that are hidden or gone', UNITS, units);
  return page({
    title: `History of ${tool}`,
    intro: fill`<p><a href="../index.html">What is supported</a>; the same as <a href="${tool}/history.json">JSON</a>.</p>`,
    content: [table(`Versions of ${history.tool}`, VERSIONS, history.versions.toReversed()), unitTable],
  });
}

function nameOf({ path, key, name }: Unit): string {
  return [...path, key ?? name ?? []].flat().join(' ') || '(the tool itself)';
}
