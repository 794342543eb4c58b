/** What a run comes to, in words that both sides can write; lists hold each thing once. */
export interface KitVerdicts {
  /** `file:line text` of every step of every pickle. */
  readonly steps: readonly string[];
  readonly undefined: readonly string[];
  readonly ambiguous: readonly string[];
  /** `file:line` of definitions that no step needs. */
  readonly unused: readonly string[];
  readonly unknownTypes: readonly string[];
  /** How the first snippet for each undefined step begins: `Given('…'`. */
  readonly snippets: readonly string[];
}

interface Located {
  readonly id: string;
  readonly location: { readonly line: number };
}

/** The messages that matter here, by https://github.com/cucumber/messages. */
interface Message {
  readonly gherkinDocument?: { readonly uri: string; readonly feature?: unknown };
  readonly pickle?: {
    readonly uri: string;
    readonly steps: readonly {
      readonly id: string;
      readonly text: string;
      readonly astNodeIds: readonly string[];
    }[];
  };
  readonly stepDefinition?: {
    readonly id: string;
    readonly sourceReference: { readonly uri: string; readonly location: { readonly line: number } };
  };
  readonly testCase?: {
    readonly testSteps: readonly {
      readonly pickleStepId?: string;
      readonly stepDefinitionIds?: readonly string[];
    }[];
  };
  readonly undefinedParameterType?: { readonly name: string };
  readonly suggestion?: { readonly snippets: readonly { readonly code: string }[] };
}

/** Verdicts of a run, and how many of its pickles it never came to. */
export interface KitRun extends KitVerdicts {
  readonly unreached: number;
}

/** Reads the verdicts off the messages of a run; one that ends early says nothing of the pickles that it never came to. */
export function readMessages(ndjson: string): KitRun {
  const messages = ndjson
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Message);
  const lines = new Map(messages.flatMap(({ gherkinDocument }) => locatedIn(gherkinDocument?.feature)));
  const steps = new Map(
    messages.flatMap(({ pickle }) =>
      (pickle?.steps ?? []).map(
        (step) =>
          [step.id, `${nameOf(pickle?.uri)}:${lines.get(step.astNodeIds[0] ?? '')} ${step.text}`] as const,
      ),
    ),
  );
  const tests = messages
    .flatMap(({ testCase }) => testCase?.testSteps ?? [])
    .filter(({ pickleStepId }) => pickleStepId !== undefined);
  const where = (fits: (matches: number) => boolean): string[] =>
    unique(
      tests
        .filter((test) => fits(test.stepDefinitionIds?.length ?? 0))
        .map((test) => steps.get(test.pickleStepId ?? '') ?? ''),
    );
  const used = new Set(tests.flatMap(({ stepDefinitionIds }) => stepDefinitionIds ?? []));
  const count = (kind: 'pickle' | 'testCase'): number => messages.filter((message) => message[kind]).length;
  return {
    unreached: count('pickle') - count('testCase'),
    steps: unique([...steps.values()]),
    undefined: where((matches) => matches === 0),
    ambiguous: where((matches) => matches > 1),
    unused: messages.flatMap(({ stepDefinition: each }) =>
      each && !used.has(each.id)
        ? [`${nameOf(each.sourceReference.uri)}:${each.sourceReference.location.line}`]
        : [],
    ),
    unknownTypes: messages.flatMap(({ undefinedParameterType }) => undefinedParameterType?.name ?? []),
    snippets: unique(
      messages.flatMap(({ suggestion }) => suggestion?.snippets[0] ?? []).map(({ code }) => beginning(code)),
    ),
  };
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function nameOf(uri = ''): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}

/** `Given("…"` with the quotes that are used here. */
function beginning(code: string): string {
  const [, name = '', text = ''] = /^(\w+)\("((?:[^"\\]|\\.)*)"/.exec(code) ?? [];
  return `${name}('${text.replace(/'/g, "\\'")}'`;
}

function locatedIn(value: unknown): (readonly [string, number])[] {
  if (typeof value !== 'object' || value === null) return [];
  const { id, location } = value as Partial<Located>;
  const own = id !== undefined && location !== undefined ? [[id, location.line] as const] : [];
  return [...own, ...Object.values(value).flatMap(locatedIn)];
}
