import { namesIn } from './declare-names';
import { keyName, propertyName } from './facts';
import type { Reader } from './reader';
import { bindingOf, parentOf } from './scope';
import type { Binding } from './scope';
import { isSpawnFunctionName, isSpawnModule, shapeOf } from './spawn-table';
import { isCall, isFunction, isMember, isWrapper, unwrap } from './syntax';
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

/** A whole module, or one of its functions. */
type Held = 'module' | 'function';

interface Mention {
  readonly node: Node;
  readonly held: Held;
}

class Flow implements SpawnFlow {
  private readonly holders = { module: new Set<Binding | string>(), function: new Set<Binding | string>() };
  private readonly loads = new Set<Node>();
  private readonly queue: Mention[] = [];

  constructor(private readonly reader: Reader) {}

  run(): void {
    const { imports, loads } = this.reader.program.facts;
    for (const binding of imports) this.startFromImport(binding);
    for (const load of loads) this.startFromLoad(load);
    for (const mention of this.queue) this.follow(mention);
  }

  private startFromImport(binding: Binding): void {
    const { module, name } = binding.imported ?? { module: '', name: '' };
    if (!isSpawnModule(module)) return;
    if (name === '*' || name === 'default') this.addBinding(binding, 'module');
    if (shapeOf(module, name === '*' ? '' : name)) this.addBinding(binding, 'function');
  }

  private startFromLoad(load: NodeOf<'CallExpression'>): void {
    const [module] = load.arguments;
    if (module?.type !== 'StringLiteral' || !isSpawnModule(module.value)) return;
    this.loads.add(load);
    this.queue.push({ node: load, held: 'module' }, { node: load, held: 'function' });
  }

  mayHold(callee: Node): boolean {
    const node = unwrap(callee);
    if (node.type === 'Identifier') return this.holdsFunction(bindingOf(node));
    if (isMember(node)) return this.holdsFunction(propertyName(node)) || this.mayHoldModule(node.object);
    if (node.type === 'LogicalExpression') return this.mayHold(node.left) || this.mayHold(node.right);
    if (node.type === 'ConditionalExpression')
      return this.mayHold(node.consequent) || this.mayHold(node.alternate);
    return isCall(node) && (this.mayHold(node.callee) || node.arguments.some((each) => this.mayHold(each)));
  }

  private holdsFunction(holder: Binding | string | undefined): boolean {
    return holder !== undefined && this.holders.function.has(holder);
  }

  private mayHoldModule(object: Node): boolean {
    const node = unwrap(object);
    if (isMember(node))
      return this.holders.module.has(propertyName(node) ?? '') || this.mayHoldModule(node.object);
    if (isCall(node)) return this.loads.has(node);
    const binding = bindingOf(node);
    return binding !== undefined && this.holders.module.has(binding);
  }

  private addBinding(binding: Binding | undefined, held: Held): void {
    if (!binding || this.holders[held].has(binding)) return;
    this.holders[held].add(binding);
    this.queue.push(...binding.references.map((node) => ({ node, held })));
    // `constructor(private spawn = …)` makes a property of the parameter.
    if (binding.declarations.some(isParameterProperty)) this.addProperty(binding.name, held);
    for (const importer of this.reader.program.importersOf(binding)) this.addBinding(importer, held);
  }

  private addProperty(name: string | undefined, held: Held): void {
    if (name === undefined || this.holders[held].has(name)) return;
    this.holders[held].add(name);
    for (const mention of this.reader.program.facts.mentions.get(name) ?? []) {
      if (mention.type === 'ObjectProperty') this.addPattern(mention.value, held);
      else this.queue.push({ node: mention, held });
    }
  }

  private addPattern(pattern: Node, held: Held): void {
    if (isMember(pattern)) this.addProperty(propertyName(pattern), held);
    else if (pattern.type === 'Identifier') this.addBinding(bindingOf(pattern), held);
    else if (pattern.type === 'AssignmentPattern') this.addPattern(pattern.left, held);
    else if (pattern.type === 'TSParameterProperty') this.addPattern(pattern.parameter, held);
    else if (held === 'module') this.addMembers(pattern);
  }

  /** `const { spawn, ...others } = module`. */
  private addMembers(pattern: Node): void {
    if (pattern.type !== 'ObjectPattern') return;
    for (const property of pattern.properties) {
      if (property.type === 'RestElement') this.addPattern(property.argument, 'module');
      else if (isSpawnFunctionName(keyName(property) ?? '')) {
        for (const name of namesIn(property)) this.addBinding(bindingOf(name), 'function');
      }
    }
  }

  /** One step from a node that may hold something to what takes its value on. */
  private follow({ node, held }: Mention): void {
    const parent = parentOf(node);
    if (!parent) return;
    if (isCall(parent)) this.followCall(parent, { node, held });
    else if (isMember(parent)) this.followMember(parent, { node, held });
    else if (parent.type === 'VariableDeclarator') this.addPattern(parent.id, held);
    else if (parent.type === 'AssignmentExpression' || parent.type === 'AssignmentPattern') {
      if (parent.right === node) this.addPattern(parent.left, held);
      if (parent.right === node) this.queue.push({ node: parent, held });
    } else if (isHolder(parent)) this.addProperty(keyName(parent), held);
    else if (isWrapper(parent) || PASSAGES.has(parent.type)) this.queue.push({ node: parent, held });
  }

  private followMember(
    member: NodeOf<'MemberExpression' | 'OptionalMemberExpression'>,
    { node, held }: Mention,
  ): void {
    if (member.object !== node || held === 'function') return;
    const name = propertyName(member);
    if (name === 'default') this.queue.push({ node: member, held });
    if (name === undefined || isSpawnFunctionName(name)) this.queue.push({ node: member, held: 'function' });
  }

  /** An argument reaches the parameter of a function of the program; what wraps it gives it back. */
  private followCall(call: Call, { node, held }: Mention): void {
    const index = call.arguments.findIndex((each) => each === node);
    if (index < 0) return;
    this.reader.restart();
    const callee = unwrap(call.callee);
    const known = callee.type === 'Identifier' || isFunction(callee) || isMember(callee);
    for (const option of known ? optionsOf(this.reader.read(callee, this.reader.root)) : []) {
      const parameter = option.kind === 'function' ? option.node.params[index] : undefined;
      if (parameter) this.addPattern(parameter, held);
    }
    this.queue.push({ node: call, held });
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
  'LogicalExpression',
  'ConditionalExpression',
  'SequenceExpression',
  'AwaitExpression',
]);
