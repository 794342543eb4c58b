import { keyName, propertyName } from './facts';
import { namesIn } from './bind-file';
import type { Reader } from './reader';
import { bindingOf, parentOf } from './scope';
import type { Binding } from './scope';
import { isSpawnModule } from './spawn-table';
import { isCall, isFunction, isMember, unwrap } from './syntax';
import type { Call, Node, NodeOf } from './syntax';
import { optionsOf } from './value';

/** Where functions that start programs may have got to: names and properties that may hold one. */
export interface SpawnFlow {
  mayHold(callee: Node): boolean;
}

/**
 * Follows the functions of modules that start programs through variables, properties and arguments. It takes in too much rather
 * than too little, and only saves asking every call of a program what its callee is.
 */
export function followSpawnFunctions(reader: Reader): SpawnFlow {
  const flow = new Flow(reader);
  flow.run();
  return flow;
}

class Flow implements SpawnFlow {
  private readonly bindings = new Set<Binding>();
  private readonly properties = new Set<string>();
  private readonly queue: Node[] = [];

  constructor(private readonly reader: Reader) {}

  run(): void {
    const { imports, loads } = this.reader.program.facts;
    for (const binding of imports)
      if (isSpawnModule(binding.imported?.module ?? '')) this.addBinding(binding);
    for (const load of loads) {
      const [module] = load.arguments;
      if (module?.type === 'StringLiteral' && isSpawnModule(module.value)) this.queue.push(load);
    }
    for (const node of this.queue) this.follow(node);
  }

  mayHold(callee: Node): boolean {
    const node = unwrap(callee);
    if (node.type === 'Identifier') {
      const binding = bindingOf(node);
      return binding ? this.bindings.has(binding) : false;
    }
    if (isMember(node)) return this.properties.has(propertyName(node) ?? '') || this.mayHold(node.object);
    if (node.type === 'LogicalExpression') return this.mayHold(node.left) || this.mayHold(node.right);
    if (node.type === 'ConditionalExpression')
      return this.mayHold(node.consequent) || this.mayHold(node.alternate);
    return isCall(node) && (this.mayHold(node.callee) || node.arguments.some((each) => this.mayHold(each)));
  }

  private addBinding(binding: Binding | undefined): void {
    if (!binding || this.bindings.has(binding)) return;
    this.bindings.add(binding);
    this.queue.push(...binding.references);
    // `constructor(private spawn = …)` makes a property of the parameter.
    if (binding.declarations.some(isParameterProperty)) this.addProperty(binding.name);
    for (const importer of this.reader.program.importersOf(binding)) this.addBinding(importer);
  }

  private addProperty(name: string | undefined): void {
    if (name === undefined || this.properties.has(name)) return;
    this.properties.add(name);
    for (const mention of this.reader.program.facts.mentions.get(name) ?? []) {
      if (mention.type === 'ObjectProperty') this.addPattern(mention.value);
      else this.queue.push(mention);
    }
  }

  private addPattern(pattern: Node): void {
    if (isMember(pattern)) this.addProperty(propertyName(pattern));
    else if (pattern.type === 'Identifier') this.addBinding(bindingOf(pattern));
    else for (const name of namesIn(pattern)) this.addBinding(bindingOf(name));
  }

  /** One step from a node that may hold such a function to what takes its value on. */
  private follow(node: Node): void {
    const parent = parentOf(node);
    if (!parent) return;
    if (isCall(parent)) this.followCall(parent, node);
    else if (parent.type === 'VariableDeclarator') this.addPattern(parent.id);
    else if (parent.type === 'AssignmentExpression' || parent.type === 'AssignmentPattern') {
      this.addPattern(parent.left);
      if (parent.right === node) this.queue.push(parent);
    } else if (isHolder(parent)) {
      this.addProperty(keyName(parent));
      this.queue.push(parentOf(parent) ?? parent);
    } else if (isPassage(parent)) this.queue.push(parent);
  }

  private followCall(call: Call, node: Node): void {
    const index = call.arguments.findIndex((each) => each === node);
    if (index < 0) return;
    const callee = unwrap(call.callee);
    this.reader.restart();
    const named = callee.type === 'Identifier' || isFunction(callee) || isMember(callee);
    for (const option of named ? optionsOf(this.reader.read(callee, this.reader.root)) : []) {
      const parameter = option.kind === 'function' ? option.node.params[index] : undefined;
      if (parameter) this.addPattern(parameter);
    }
    this.queue.push(call);
  }
}

function isParameterProperty(name: Node): boolean {
  const parent = parentOf(name);
  const holder = parent?.type === 'AssignmentPattern' ? parentOf(parent) : parent;
  return holder?.type === 'TSParameterProperty';
}

type Holder = NodeOf<'ObjectProperty' | 'ClassProperty' | 'ClassPrivateProperty'>;

function isHolder(node: Node): node is Holder {
  return (
    node.type === 'ObjectProperty' || node.type === 'ClassProperty' || node.type === 'ClassPrivateProperty'
  );
}

const PASSAGES: ReadonlySet<string> = new Set([
  'MemberExpression',
  'OptionalMemberExpression',
  'LogicalExpression',
  'ConditionalExpression',
  'SequenceExpression',
  'AwaitExpression',
  'ParenthesizedExpression',
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
]);

function isPassage(node: Node): boolean {
  return PASSAGES.has(node.type);
}
