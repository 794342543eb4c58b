import { ParameterType, ParameterTypeRegistry } from '@cucumber/cucumber-expressions';
import type { Finding } from '@fixpoint/model';
import { nearest } from '@fixpoint/structured-text';
import {
  writtenPattern,
  writtenPlace,
  type ParameterTypeDefinition,
  type StepDefinition,
} from '../definitions/step-definition';
import { compileStepPattern, type CompiledStepPattern, type PatternProblem } from './compile-step-pattern';

/** A definition that steps can be compared with. */
export interface UsableDefinition extends StepDefinition {
  /** Equal for definitions that come to the same regular expression. */
  readonly key: string;
}

/** What a text comes to. */
export interface StepMatch {
  readonly definitions: readonly UsableDefinition[];
  /** Those of which it cannot be said in bounded time. */
  readonly unjudged: readonly UsableDefinition[];
}

/** Compares texts with all definitions. */
export interface StepMatcher {
  readonly definitions: readonly UsableDefinition[];
  readonly registry: ParameterTypeRegistry;
  /** Patterns and parameter types that cannot be used. */
  readonly findings: readonly Finding[];
  match(text: string): StepMatch;
}

/** What is registered, from anywhere. */
export interface Registered {
  readonly definitions: readonly StepDefinition[];
  readonly parameterTypes: readonly ParameterTypeDefinition[];
}

/**
 * Compiles definitions for matching. Those that cannot be used are left out with a finding: `stepcheck/invalid-pattern`,
 * `stepcheck/unknown-parameter-type`, `stepcheck/invalid-parameter-type`.
 */
export function createStepMatcher({ definitions, parameterTypes }: Registered): StepMatcher {
  const registry = new ParameterTypeRegistry();
  const findings = parameterTypes.flatMap((type) => defineType(registry, type) ?? []);
  const usable: Comparable[] = [];
  for (const definition of definitions) {
    const compiled = compileStepPattern(definition.pattern, registry);
    if ('matches' in compiled) usable.push({ ...definition, ...compiled });
    else findings.push(unusable(definition, compiled, registry));
  }
  const candidatesOf = prefixIndex(usable);
  const known = new Map<string, StepMatch>();
  return {
    definitions: usable,
    registry,
    findings,
    match(text) {
      const match = known.get(text) ?? judge(candidatesOf(text), text);
      known.set(text, match);
      return match;
    },
  };
}

type Comparable = UsableDefinition & CompiledStepPattern;

/** Finds the definitions whose prefix a text has, in their order, without a look at the others. */
function prefixIndex(usable: readonly Comparable[]): (text: string) => Comparable[] {
  const byPrefix = new Map<string, number[]>();
  for (const [index, { prefix }] of usable.entries()) {
    const indexes = byPrefix.get(prefix) ?? [];
    byPrefix.set(prefix, indexes);
    indexes.push(index);
  }
  const lengths = [...new Set(usable.map(({ prefix }) => prefix.length))];
  return (text) =>
    lengths
      .flatMap((length) => (length > text.length ? [] : (byPrefix.get(text.slice(0, length)) ?? [])))
      .sort((a, b) => a - b)
      .map((index) => usable[index] as Comparable);
}

function judge(candidates: readonly Comparable[], text: string): StepMatch {
  const definitions: UsableDefinition[] = [];
  const unjudged: UsableDefinition[] = [];
  for (const definition of candidates) {
    const judgement = definition.matches(text);
    if (judgement === 'unjudged') unjudged.push(definition);
    else if (judgement) definitions.push(definition);
  }
  return { definitions, unjudged };
}

function defineType(
  registry: ParameterTypeRegistry,
  { name, regexps, file, position }: ParameterTypeDefinition,
): Finding | undefined {
  try {
    const sources = regexps.map(({ source, flags }) => new RegExp(source, flags));
    registry.defineParameterType(new ParameterType(name, sources, null, undefined, true, false));
    return undefined;
  } catch (error) {
    return {
      id: 'stepcheck/invalid-parameter-type',
      severity: 'error',
      message: `the parameter type {${name}} cannot be defined: ${error instanceof Error ? error.message : String(error)}`,
      file,
      position,
      fix: `correct or remove the parameter type at ${file}:${position.line}`,
    };
  }
}

function unusable(
  definition: StepDefinition,
  { message, unknownType }: PatternProblem,
  registry: ParameterTypeRegistry,
): Finding {
  const { pattern, file, position } = definition;
  const at = writtenPlace(definition);
  const written = writtenPattern(pattern);
  const base = { severity: 'error', file, ...(position && { position }), actual: written } as const;
  if (unknownType === undefined) {
    const fix = `correct the pattern at ${at}`;
    return {
      ...base,
      id: 'stepcheck/invalid-pattern',
      message: `the pattern ${written} cannot be used: ${message}`,
      fix,
    };
  }
  const names = [...registry.parameterTypes].flatMap(({ name }) => (name ? [name] : []));
  const meant = nearest(unknownType, names);
  return {
    ...base,
    id: 'stepcheck/unknown-parameter-type',
    message: `nobody defines the parameter type {${unknownType}}${meant === undefined ? '' : `: did you mean {${meant}}?`}`,
    ...(meant !== undefined && { expected: `{${meant}}` }),
    fix: `write {${meant ?? 'word'}} at ${at}, or define the type: defineParameterType({ name: '${unknownType}', regexp: /…/ })`,
  };
}
