import { compile } from '@cucumber/gherkin';
import type { Position } from '@fixpoint/model';
import type { FeaturePickle, FeatureScenario, FeatureStep, StepKind } from './feature';
import type {
  GherkinBackground,
  GherkinDocument,
  GherkinFeature,
  GherkinLocation,
  GherkinPickle,
  GherkinRule,
  GherkinScenario,
  GherkinStep,
} from './gherkin-types';

/** What the pickles of a document are put together from. */
interface PickleContext {
  readonly scenarios: ReadonlyMap<string, FeatureScenario>;
  readonly placeOf: (location: GherkinLocation) => Position;
  readonly newId: () => string;
}

/** Expands a document by the official compiler and ties every step of it to its place. */
export function collectPickles(document: GherkinDocument, context: PickleContext): FeaturePickle[] {
  if (!document.feature) return [];
  const steps = stepsById(document.feature, context.placeOf);
  const rows = rowsById(document.feature, context.placeOf);
  return compile(withoutArguments(document, document.feature), '', context.newId).flatMap((pickle) => {
    const [scenarioId = '', rowId] = pickle.astNodeIds;
    const scenario = context.scenarios.get(scenarioId);
    const row = rowId === undefined ? undefined : rows.get(rowId);
    return scenario ? [{ scenario, ...(row && { row }), steps: stepsOf(pickle, steps) }] : [];
  });
}

type WrittenStep = Omit<FeatureStep, 'text' | 'kind'>;

const KINDS: Readonly<Record<string, StepKind>> = { Context: 'given', Action: 'when', Outcome: 'then' };

function stepsOf(pickle: GherkinPickle, steps: ReadonlyMap<string, WrittenStep>): FeatureStep[] {
  return pickle.steps.flatMap(({ text, type, astNodeIds }) => {
    const written = steps.get(astNodeIds[0] ?? '');
    return written ? [{ ...written, text, kind: KINDS[type ?? ''] ?? 'unknown' }] : [];
  });
}

/** Tags and arguments multiply with the rows of examples, and a step is told by its text alone. */
function withoutArguments(document: GherkinDocument, feature: GherkinFeature): GherkinDocument {
  const bare = ({ dataTable: _table, docString: _text, ...step }: GherkinStep): GherkinStep => step;
  const strip = <T extends GherkinFeature['children'][number]>(child: T): T => ({
    ...child,
    ...(child.background && { background: { ...child.background, steps: child.background.steps.map(bare) } }),
    ...(child.scenario && {
      scenario: {
        ...child.scenario,
        tags: [],
        steps: child.scenario.steps.map(bare),
        examples: child.scenario.examples.map((examples) => ({ ...examples, tags: [] })),
      },
    }),
    ...(child.rule && { rule: { ...child.rule, tags: [], children: child.rule.children.map(strip) } }),
  });
  return { ...document, feature: { ...feature, tags: [], children: feature.children.map(strip) } };
}

type StepHolder = GherkinScenario | GherkinBackground;

function holdersIn(children: GherkinFeature['children'] | GherkinRule['children']): StepHolder[] {
  return children.flatMap((child: GherkinFeature['children'][number]) => [
    ...[child.background ?? child.scenario ?? []].flat(),
    ...(child.rule ? holdersIn(child.rule.children) : []),
  ]);
}

function stepsById(feature: GherkinFeature, placeOf: PickleContext['placeOf']): Map<string, WrittenStep> {
  const steps = holdersIn(feature.children).flatMap((holder) => [...holder.steps]);
  return new Map(
    steps.map(({ id, keyword, location, dataTable, docString }) => {
      const argument = dataTable ? 'data-table' : docString ? 'doc-string' : undefined;
      const written = { keyword: keyword.trim(), position: placeOf(location), ...(argument && { argument }) };
      return [id, written as WrittenStep];
    }),
  );
}

function rowsById(feature: GherkinFeature, placeOf: PickleContext['placeOf']): Map<string, Position> {
  const examples = holdersIn(feature.children).flatMap((holder) =>
    'examples' in holder ? [...holder.examples] : [],
  );
  return new Map(
    examples.flatMap(({ tableBody }) =>
      tableBody.map(({ id, location }) => [id, placeOf(location)] as const),
    ),
  );
}
