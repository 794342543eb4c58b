import { child, isCall, isMember, keyOf, list, unwrap, word, type ScriptNode } from './script-node';
import { lookup, type Scope } from './script-scope';

/** What calling something does: registers a step or a parameter type, gives a library, or hands one to a callback. */
export type Role = 'step' | 'parameter-type' | 'library' | 'own-library' | 'create-library' | 'support-code';

const ROLES: Readonly<Record<string, Role>> = {
  given: 'step',
  when: 'step',
  then: 'step',
  and: 'step',
  but: 'step',
  step: 'step',
  definestep: 'step',
  defineparametertype: 'parameter-type',
  parametertype: 'parameter-type',
  createbdd: 'create-library',
  definesupportcode: 'support-code',
};

/** Names that frameworks put into the global scope: Cucumber's own, and those in lower case that the Cypress preprocessor once had. */
const GLOBALS =
  /^(?:Given|When|Then|And|But|Step|given|when|then|and|but|defineStep|defineParameterType|defineSupportCode)$/;

/** Packages that register steps: `@cucumber/cucumber`, `cucumber-tsflow`, `playwright-bdd`, `@badeball/cypress-cucumber-preprocessor`, `quickpickle`. */
const LIBRARY = /cucumber|gherkin|bdd|pickle/i;
/** A file of the project itself, by a relative path or an alias. */
const OWN_FILE = /^(?:\.|\/|~|#|@\/)/;

/** Aliases of aliases that are followed. */
const DEEPEST = 12;

/** What an expression that is called, or used as a decorator, stands for; undefined for anything that has nothing to do with steps. */
export function roleOf(expression: ScriptNode | undefined, scope: Scope, depth = 0): Role | undefined {
  const node = unwrap(expression);
  if (!node || depth > DEEPEST) return undefined;
  if (node.type === 'Identifier') return roleOfName(word(node, 'name') ?? '', scope, depth);
  if (isMember(node)) return roleOfMember(node, scope, depth);
  return isCall(node) ? roleOfResult(node, scope, depth) : undefined;
}

function roleOfName(name: string, scope: Scope, depth: number): Role | undefined {
  const meaning = lookup(scope, name);
  switch (meaning?.kind) {
    case undefined:
      return GLOBALS.test(name) ? named(name) : undefined;
    case 'import':
      return roleOfImport(meaning.module, meaning.name);
    case 'constant':
      return meaning.keys.reduce(roleOfKey, roleOf(meaning.value, meaning.scope, depth + 1));
    case 'handed':
      // `defineSupportCode(({ Given }) => …)` of Cucumber 2 and 3.
      return roleOf(child(meaning.call, 'callee'), meaning.scope, depth + 1) === 'support-code'
        ? meaning.keys.reduce<Role | undefined>(roleOfKey, 'library')
        : undefined;
    case 'other':
      return undefined;
  }
}

function roleOfKey(role: Role | undefined, key: string): Role | undefined {
  if (role !== 'library' && role !== 'own-library') return undefined;
  if (key === 'default') return role;
  return role === 'own-library' ? namedInOwnFile(key) : named(key);
}

function roleOfImport(module: string, name: string): Role | undefined {
  const isLibrary = LIBRARY.test(module);
  if (name === '*' || name === 'default') return isLibrary ? 'library' : 'own-library';
  // A report's decorator is called so as well.
  if (name === 'Step' && !isLibrary && !OWN_FILE.test(module)) return undefined;
  return isLibrary ? named(name) : namedInOwnFile(name);
}

/** `when` and `step` of a module that is no library of steps are as likely a mock's or a report's. */
function namedInOwnFile(name: string): Role | undefined {
  return /[A-Z]/.test(name) ? named(name) : undefined;
}

function named(name: string): Role | undefined {
  return Object.hasOwn(ROLES, name.toLowerCase()) ? ROLES[name.toLowerCase()] : undefined;
}

function roleOfMember(node: ScriptNode, scope: Scope, depth: number): Role | undefined {
  const name = keyOf(node, 'property');
  const object = unwrap(child(node, 'object'));
  if (name === undefined || !object) return undefined;
  // `this.Given(…)` is the way of Cucumber 1.
  if (object.type === 'ThisExpression')
    return /^(?:Given|When|Then|defineStep)$/.test(name) ? 'step' : undefined;
  return roleOfKey(roleOf(object, scope, depth + 1), name);
}

/** What a call gives: `createBdd()` and `require('@cucumber/cucumber')` a library. */
function roleOfResult(call: ScriptNode, scope: Scope, depth: number): Role | undefined {
  const callee = child(call, 'callee');
  const isRequire =
    callee?.type === 'Import' || (word(callee, 'name') === 'require' && !lookup(scope, 'require'));
  const module = word(list(call, 'arguments')[0], 'value');
  if (isRequire && module !== undefined) return roleOfImport(module, '*');
  return roleOf(callee, scope, depth + 1) === 'create-library' ? 'library' : undefined;
}
