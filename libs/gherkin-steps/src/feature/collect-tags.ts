import type { Position } from '@fixpoint/model';
import type { FeatureScenario, FeatureTag } from './feature';
import type {
  GherkinFeature,
  GherkinLocation,
  GherkinRule,
  GherkinScenario,
  GherkinTag,
} from './gherkin-types';

/** What is read of a syntax tree in one walk. */
export interface Outline {
  readonly tags: readonly FeatureTag[];
  /** By the id of the node. */
  readonly scenarios: ReadonlyMap<string, FeatureScenario>;
}

type PlaceOf = (location: GherkinLocation) => Position;

/** The scenarios of a feature and the tags on them and around them. */
export function collectTags(feature: GherkinFeature, placeOf: PlaceOf): Outline {
  const scenarios = new Map<string, FeatureScenario>();
  const inRules = feature.children.flatMap(({ rule, scenario }) =>
    rule
      ? tagsOfRule(rule, placeOf, scenarios)
      : scenario
        ? tagsOfScenario(scenario, placeOf, scenarios)
        : [],
  );
  const own = tagsOn(feature.tags, placeOf, {
    on: 'feature',
    title: feature.name,
    scenarios: [...scenarios.values()],
  });
  return { tags: [...own, ...inRules], scenarios };
}

function tagsOfRule(
  rule: GherkinRule,
  placeOf: PlaceOf,
  scenarios: Map<string, FeatureScenario>,
): FeatureTag[] {
  const before = scenarios.size;
  const inside = rule.children.flatMap(({ scenario }) =>
    scenario ? tagsOfScenario(scenario, placeOf, scenarios, rule.name) : [],
  );
  const held = [...scenarios.values()].slice(before);
  return [...tagsOn(rule.tags, placeOf, { on: 'rule', title: rule.name, scenarios: held }), ...inside];
}

function tagsOfScenario(
  node: GherkinScenario,
  placeOf: PlaceOf,
  scenarios: Map<string, FeatureScenario>,
  rule?: string,
): FeatureTag[] {
  const isOutline = node.examples.length > 0;
  const scenario: FeatureScenario = {
    name: node.name,
    position: placeOf(node.location),
    isOutline,
    steps: node.steps.length,
    ...(rule !== undefined && { rule }),
  };
  scenarios.set(node.id, scenario);
  const held = [scenario];
  return [
    ...tagsOn(node.tags, placeOf, {
      on: isOutline ? 'outline' : 'scenario',
      title: node.name,
      scenarios: held,
    }),
    ...node.examples.flatMap(({ tags, name }) =>
      tagsOn(tags, placeOf, { on: 'examples', title: name, scenarios: held }),
    ),
  ];
}

function tagsOn(
  tags: readonly GherkinTag[],
  placeOf: PlaceOf,
  holder: Pick<FeatureTag, 'on' | 'title' | 'scenarios'>,
): FeatureTag[] {
  return tags.map(({ name, location }) => ({ name, position: placeOf(location), ...holder }));
}
