import type {
  GherkinDocument,
  GherkinExamples,
  GherkinFeature,
  GherkinScenario,
  GherkinStep,
} from './gherkin-types';
import type { LimitProblem } from './text-problem';

/** Steps of all pickles, and UTF-16 units of their texts. */
const MOST_STEPS = 1_000_000;
const MOST_TEXT = 200_000_000;

/** What a file would expand to is counted before it is: values in examples can hold places for other values, and so grow without bounds. */
export function expansionProblem({ feature }: GherkinDocument): LimitProblem | undefined {
  const sum = { steps: 0, text: 0 };
  if (feature) addChildren(feature.children, [], sum);
  if (sum.steps > MOST_STEPS)
    return { message: `its scenarios have more than ${MOST_STEPS} steps once they are expanded` };
  return sum.text > MOST_TEXT
    ? { message: `its steps have more than ${MOST_TEXT} characters once they are expanded` }
    : undefined;
}

interface Sum {
  steps: number;
  text: number;
}

function addChildren(
  children: GherkinFeature['children'],
  inherited: readonly GherkinStep[],
  sum: Sum,
): void {
  let background = inherited;
  for (const child of children) {
    if (child.background) background = [...background, ...child.background.steps];
    if (child.rule) addChildren(child.rule.children, background, sum);
    if (child.scenario) addScenario(child.scenario, background, sum);
  }
}

function addScenario(
  { steps, examples }: GherkinScenario,
  background: readonly GherkinStep[],
  sum: Sum,
): void {
  if (steps.length === 0) return;
  const runs =
    examples.length === 0 ? 1 : examples.reduce((rows, { tableBody }) => rows + tableBody.length, 0);
  sum.steps += runs * (background.length + steps.length);
  sum.text += runs * textOf(background);
  if (examples.length === 0) sum.text += textOf(steps);
  if (sum.steps <= MOST_STEPS) for (const table of examples) addExamples(steps, table, sum);
}

function textOf(steps: readonly GherkinStep[]): number {
  return steps.reduce((length, { text }) => length + text.length, 0);
}

function addExamples(
  steps: readonly GherkinStep[],
  { tableHeader, tableBody }: GherkinExamples,
  sum: Sum,
): void {
  const names = (tableHeader?.cells ?? []).map(({ value }) => `<${value}>`);
  const places = steps.map(({ text }) => ({
    length: text.length,
    counts: names.map((name) => text.split(name).length - 1),
  }));
  const brackets = steps.map(({ text }) => countOf(text, '<'));
  for (const { cells } of tableBody) {
    const values = cells.map(({ value }) => value);
    const areFinal = values.every((value) => !value.includes('<'));
    for (const [index, { length, counts }] of places.entries()) {
      sum.text += areFinal
        ? counts.reduce((total, count, column) => total + count * (values[column]?.length ?? 0), length)
        : boundOf(length, brackets[index] ?? 0, values);
    }
    if (sum.text > MOST_TEXT) return;
  }
}

/** The most that a text can grow to when every bracket in it begins a place, column by column. */
function boundOf(length: number, brackets: number, values: readonly string[]): number {
  let [bound, open] = [length, brackets];
  for (const value of values) {
    bound += open * value.length;
    open = Math.max(open, open * countOf(value, '<'));
  }
  return bound;
}

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}
