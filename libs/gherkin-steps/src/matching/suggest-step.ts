import {
  CucumberExpressionGenerator,
  type GeneratedExpression,
  type ParameterType,
} from '@cucumber/cucumber-expressions';
import { nearest } from '@fixpoint/structured-text';
import { writtenPattern } from '../definitions/step-definition';
import type { FeatureStep } from '../feature/feature';
import { costOf, mostSteps } from './pattern-cost';
import type { StepMatcher, UsableDefinition } from './step-matcher';
import { shapeOf } from './step-shape';

/** Help for a step that nothing defines. */
export interface StepSuggester {
  /** A definition that the step was probably meant for. */
  nearest(text: string): UsableDefinition | undefined;
  /** The code that defines the step, as Cucumber prints it. */
  snippet(step: Pick<FeatureStep, 'text' | 'kind' | 'argument'>): string;
}

/** Longer texts are searched for no parameters. */
const LONGEST_TEXT = 300;
/** Characters times parameters, by which the generator's work grows; texts behind that are searched for none. */
const MOST_SEARCHED = 2_000_000;
/** Comparisons of texts with definitions; steps behind that get no neighbour. */
const MOST_COMPARISONS = 400_000;

/** Makes suggestions from what is defined. */
export function createStepSuggester({ definitions, registry }: StepMatcher): StepSuggester {
  const types = [...registry.parameterTypes].filter(isCheap);
  const generate = boundedGenerator(types);
  const byShape = new Map(
    [...definitions].reverse().map((definition) => [shapeOf(definition.pattern), definition]),
  );
  const shapes = [...byShape.keys()].filter((shape) => /\w/.test(shape.replaceAll('{}', '')));
  let comparisons = 0;
  return {
    nearest(text) {
      comparisons += shapes.length;
      if (comparisons > MOST_COMPARISONS || text.length > LONGEST_TEXT) return undefined;
      const source = generate(text)?.source ?? text;
      const meant = nearest(shapeOf({ kind: 'expression', source }), shapes);
      return meant === undefined ? undefined : byShape.get(meant);
    },
    snippet({ text, kind, argument }) {
      const expression = generate(text);
      const names =
        expression?.parameterInfos.map(({ name, count }) => (count === 1 ? name : `${name}${count}`)) ?? [];
      const extra =
        argument === 'data-table' ? ['dataTable'] : argument === 'doc-string' ? ['docString'] : [];
      const source = expression?.source ?? text.replace(/[\\({/]/g, '\\$&');
      const quoted = writtenPattern({ kind: 'expression', source });
      return [
        `${FUNCTIONS[kind]}(${quoted}, function (${[...names, ...extra].join(', ')}) {`,
        '  // Write code here that turns the phrase above into concrete actions',
        `  return 'pending';`,
        '});',
      ].join('\n');
    },
  };
}

/** Looks for parameters in texts as long as there is work left; what is known of a text is kept. */
function boundedGenerator(
  types: readonly ParameterType<unknown>[],
): (text: string) => GeneratedExpression | undefined {
  const generator = new CucumberExpressionGenerator(() => types);
  const known = new Map<string, GeneratedExpression | undefined>();
  let searched = 0;
  return (text) => {
    if (known.has(text)) return known.get(text);
    if (text.length > LONGEST_TEXT || searched > MOST_SEARCHED) return undefined;
    const expression = generator.generateExpressions(text)[0];
    searched += text.length * (1 + (expression?.parameterTypes.length ?? 0));
    known.set(text, expression);
    return expression;
  };
}

const FUNCTIONS = { given: 'Given', when: 'When', then: 'Then', unknown: 'Given' } as const;

/** Types of one's own can have any regular expression, and the generator searches with all of them. */
function isCheap({ regexpStrings, builtin }: ParameterType<unknown>): boolean {
  return (
    builtin === true || regexpStrings.every((source) => mostSteps(costOf(source, false), LONGEST_TEXT) <= 1e5)
  );
}
