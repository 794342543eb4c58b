import type { compile, Parser } from '@cucumber/gherkin';

/** The parser's own types, taken from its signatures: the package of its messages is not one of ours. */
export type GherkinDocument = ReturnType<InstanceType<typeof Parser>['parse']>;
export type GherkinFeature = NonNullable<GherkinDocument['feature']>;
export type GherkinRule = NonNullable<GherkinFeature['children'][number]['rule']>;
export type GherkinScenario = NonNullable<GherkinFeature['children'][number]['scenario']>;
export type GherkinBackground = NonNullable<GherkinFeature['children'][number]['background']>;
export type GherkinStep = GherkinScenario['steps'][number];
export type GherkinExamples = GherkinScenario['examples'][number];
export type GherkinTag = GherkinFeature['tags'][number];
export type GherkinLocation = GherkinTag['location'];
export type GherkinPickle = ReturnType<typeof compile>[number];
