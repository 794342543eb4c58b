import type { SourceFile } from './parse-source';
import type { FunctionNode, Identifier, Node, ProgramNode } from './syntax';

/** Where code runs as one piece: a function, or a file's top level. */
export type Home = FunctionNode | ProgramNode;

/** One name of a program and everything that means it. */
export interface Binding {
  readonly name: string;
  readonly file: SourceFile;
  /** The function whose activation holds the variable. */
  readonly home: Home;
  /** Identifiers that introduce the name; several for a `var` that is repeated. */
  readonly declarations: Identifier[];
  /** Identifiers that mean it elsewhere, reads and writes, in source order. */
  readonly references: Identifier[];
  /** Set when the name stands for something of another module, by `import` or by `require`. */
  imported?: ImportedName;
}

/** What an import takes from a module; `*` is the module itself. */
export interface ImportedName {
  readonly module: string;
  readonly name: string;
}

/** Names that are visible in one region of a file. */
export interface Scope {
  readonly parent?: Scope;
  readonly home: Home;
  readonly names: Map<string, Binding>;
}

/** What binding a file adds to its nodes. */
interface Links {
  parent?: Node;
  binding?: Binding;
  scope?: Scope;
  file?: SourceFile;
}

/** The place for facts on a node; nodes belong to the scan alone, so they are written on the node itself. */
export function linksOf(node: Node): Links {
  return node as Node & Links;
}

export function parentOf(node: Node): Node | undefined {
  return linksOf(node).parent;
}

export function bindingOf(node: Node): Binding | undefined {
  return linksOf(node).binding;
}

/** The file a bound node stands in. */
export function fileOf(node: Node): SourceFile {
  let top = node;
  for (let parent = parentOf(top); parent; parent = parentOf(top)) top = parent;
  return linksOf(top).file as SourceFile;
}

/** The meaning of a name at a node. */
export function lookup(at: Node, name: string): Binding | undefined {
  let up: Node | undefined = at;
  while (up && !linksOf(up).scope) up = parentOf(up);
  return up && findName(linksOf(up).scope, name);
}

export function findName(from: Scope | undefined, name: string): Binding | undefined {
  for (let scope = from; scope; scope = scope.parent) {
    const binding = scope.names.get(name);
    if (binding) return binding;
  }
  return undefined;
}

/** Whether `node` lies inside `ancestor`, or is it. */
export function isInside(node: Node, ancestor: Node): boolean {
  for (let up: Node | undefined = node; up; up = parentOf(up)) if (up === ancestor) return true;
  return false;
}

/** Text of a node for messages: one line, cut after 60 characters. */
export function sourceOf(node: Node): string {
  const text = fileOf(node)
    .text.slice(node.start ?? 0, node.end ?? 0)
    .replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
