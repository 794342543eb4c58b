import type { Impact } from '../consumers/impact';
import { ruleOf } from '../rules/rules';

/** A part of a comparison that is read together. */
export interface ImpactGroup {
  readonly title: string;
  readonly impacts: readonly Impact[];
}

const isGuess = ({ change }: Impact): boolean => change.guess !== undefined;
const isAnnounced = ({ change }: Impact): boolean => ruleOf(change.rule)?.announces === true;

const TITLES: readonly (readonly [title: string, belongs: (impact: Impact) => boolean])[] = [
  ['Likely renames', isGuess],
  ['Breaking', ({ change }) => change.class === 'breaking'],
  ['On the way out', isAnnounced],
  ['New', ({ change }) => change.class === 'additive'],
  ['Cosmetic', () => true],
];

const ORDER = ['Breaking', 'Likely renames', 'On the way out', 'New', 'Cosmetic'];

/** Impacts by what they mean, the gravest first; groups without any are left out. */
export function groupImpacts(impacts: readonly Impact[]): ImpactGroup[] {
  const titleOf = (impact: Impact): string =>
    TITLES.find(([, belongs]) => belongs(impact))?.[0] ?? 'Cosmetic';
  const titled = impacts.map((impact) => ({ impact, title: titleOf(impact) }));
  return ORDER.map((title) => ({
    title,
    impacts: titled.filter((each) => each.title === title).map(({ impact }) => impact),
  })).filter((group) => group.impacts.length > 0);
}
