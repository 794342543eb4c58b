import { compareFindings, type Finding } from '@fixpoint/model';
import { parseScript } from '@fixpoint/script-syntax';
import { roleOf } from './callee-role';
import { LONGEST_FILE, tooLarge, unknownParameter, unknownPattern, unparsable } from './scan-findings';
import { child, isCall, keyOf, list, positionOf, unwrap, type ScriptNode } from './script-node';
import { placeNodes, type Placed, type Scope } from './script-scope';
import { staticValue } from './static-value';
import type { ParameterTypeDefinition, StepDefinition, StepDefinitions } from './step-definition';

/**
 * Finds the step definitions and parameter types that a TypeScript or JavaScript file registers, without running it.
 *
 * A call (or decorator) counts when its name leads to a library of steps: it is imported or required from a package of that kind
 * (`@cucumber/cucumber`, `playwright-bdd`, …), taken from `createBdd()`, handed to the callback of `defineSupportCode`, or not declared in the file at all and one
 * of the names that frameworks put into the global scope. From any other module, which may be the project's own by an alias, only names with a capital count:
 * `Given`, not `when`. A function of the file's own that is called `Given` does not count.
 * A pattern has to be a literal, a constant of the file or made of such; any other is a finding. Ids: `stepcheck/unknown-pattern` (warning),
 * `stepcheck/unparsable-definitions`, `stepcheck/too-large`.
 */
export function scanDefinitions(file: string, text: string): StepDefinitions {
  const nothing = { definitions: [], parameterTypes: [] };
  if (text.length > LONGEST_FILE) return { ...nothing, findings: [tooLarge(file)] };
  const parsed = parseScript(file, text);
  if ('problem' in parsed) {
    const { problem, position } = parsed;
    return {
      ...nothing,
      findings: [{ ...unparsable(file, problem), ...(position && { position }) }],
    };
  }
  const program = parsed.file.program as unknown as ScriptNode;
  const read = placeNodes(program).flatMap((each) => registrationAt(each, file) ?? []);
  return {
    definitions: read.flatMap(({ definition }) => definition ?? []),
    parameterTypes: read.flatMap(({ parameterType }) => parameterType ?? []),
    findings: read.flatMap(({ finding }) => finding ?? []).sort(compareFindings),
  };
}

interface Registration {
  readonly definition?: StepDefinition;
  readonly parameterType?: ParameterTypeDefinition;
  readonly finding?: Finding;
}

/** What a call or a decorator registers; a decorator is a call inside another node. */
function registrationAt({ node, scope }: Placed, file: string): Registration | undefined {
  if (!isCall(node)) return undefined;
  const role = roleOf(child(node, 'callee'), scope);
  const [first] = list(node, 'arguments');
  if (!first) return undefined;
  if (role === 'step') return stepAt(node, unwrap(first) ?? first, { file, scope });
  return role === 'parameter-type'
    ? parameterTypeAt(node, unwrap(first) ?? first, { file, scope })
    : undefined;
}

interface CallContext {
  readonly file: string;
  readonly scope: Scope;
}

function stepAt(
  call: ScriptNode,
  pattern: ScriptNode,
  { file, scope }: CallContext,
): Registration | undefined {
  // `Step(this, 'text')` of the Cypress preprocessor runs a step.
  if (pattern.type === 'ThisExpression') return undefined;
  const position = positionOf(call);
  const value = staticValue(pattern, scope);
  if (!value) return { finding: unknownPattern(file, positionOf(pattern)) };
  const known =
    value.kind === 'text'
      ? ({ kind: 'expression', source: value.text } as const)
      : ({ kind: 'regexp', source: value.source, flags: value.flags } as const);
  return { definition: { pattern: known, file, position } };
}

function parameterTypeAt(call: ScriptNode, options: ScriptNode, { file, scope }: CallContext): Registration {
  const position = positionOf(call);
  const field = (name: string): ScriptNode | undefined =>
    child(
      list(options, 'properties').find((property) => keyOf(property, 'key') === name),
      'value',
    );
  const name = staticValue(field('name'), scope);
  const regexp = unwrap(field('regexp'));
  const regexps = (regexp?.type === 'ArrayExpression' ? list(regexp, 'elements') : [regexp]).map((each) =>
    staticValue(each, scope),
  );
  const sources = regexps.flatMap((each) =>
    each ? [each.kind === 'text' ? { source: each.text, flags: '' } : each] : [],
  );
  if (name?.kind !== 'text' || sources.length < regexps.length || sources.length === 0) {
    return { finding: unknownParameter(file, position) };
  }
  return { parameterType: { name: name.text, regexps: sources, file, position } };
}
