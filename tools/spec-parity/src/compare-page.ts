import type { DerivedCase } from './derive-case';
import { judge, type Difference, type Judgement } from './judgement';
import type { RecordedCase } from './recorded-case';

type Part = Difference | undefined;

/**
 * Compares the aggregated pages: what theirs lists has to be on ours (what is not in our index is judged there), and every link of ours has to
 * lead to a heading.
 */
export function comparePage(recorded: RecordedCase, derived: DerivedCase): Judgement[] {
  const { page, specs } = recorded;
  if (page === undefined) return [];
  const theirs = [...page.matchAll(/^- (\S+) — .*\(section: .*, level: (\w+)\) — link: (\S+)$/gm)];
  const ours = new Map(
    [...derived.page.matchAll(/^- \[([^\]]+)\]\(([^)]+)\) \*\*(\w+)\*\*: /gm)].map(
      ([, id = '', link = '', level = '']) => [id, { link, level }],
    ),
  );
  const index = new Map(
    [...derived.indexes.values()].flatMap(({ requirements }) => Object.entries(requirements)),
  );
  const anchors = new Set(
    [...specs].flatMap(([file, { mentions }]) => mentions.map(({ anchor }) => `${file}#${anchor}`)),
  );
  const dead = theirs.filter(([, , , link = '']) => !anchors.has(link)).length;
  const parts: Part[] = [
    ...theirs.map(
      ([, id = '']): Part =>
        ours.has(id) || !index.has(id) ? undefined : { problem: `${id} is not on the page` },
    ),
    ...[...index].map(([id, { level, links }]): Part => {
      const entry = ours.get(id);
      if (entry === undefined) return { problem: `${id} is in the index and not on the page` };
      return entry.level === level && entry.link === links[0]
        ? undefined
        : { problem: `${id} differs from the index` };
    }),
    ...[...ours.values()].map(
      ({ link }): Part => (anchors.has(link) ? undefined : { problem: `${link} leads nowhere` }),
    ),
    ...totals(derived),
    dead > 0 ? 'links that lead somewhere' : undefined,
  ];
  return [judge('COMPLIANCE.md', parts)];
}

/** The numbers of the page are those of its lists. */
function totals({ page, indexes }: DerivedCase): Part[] {
  return [...indexes].map(([source, { requirements }]): Part => {
    const count = Object.keys(requirements).length;
    const plain = page.replaceAll('\\', '');
    return plain.includes(`- [${source}](${source}): ${count} requirement`)
      ? undefined
      : { problem: `the total of ${source} is not ${count}` };
  });
}
