import type { Position } from '@fixpoint/model';
import { fromPointer } from '@fixpoint/structured-text';

/** A value read from source text, with the place of each of its parts. `size` counts the parts, shared ones each time. */
export type StaticNode = StaticScalar | StaticList | StaticRecord;

/** A value without parts. */
export interface StaticScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null | undefined;
  readonly at: Position;
  readonly size: number;
}

/** An array. */
export interface StaticList {
  readonly kind: 'list';
  readonly items: readonly StaticNode[];
  readonly at: Position;
  readonly size: number;
}

/** An object. */
export interface StaticRecord {
  readonly kind: 'record';
  readonly entries: ReadonlyMap<string, StaticEntry>;
  readonly at: Position;
  readonly size: number;
}

/** One property; `at` is the place of its key. */
export interface StaticEntry {
  readonly node: StaticNode;
  readonly at: Position;
}

export function scalarNode(value: StaticScalar['value'], at: Position): StaticScalar {
  return { kind: 'scalar', value, at, size: 1 };
}

export function listNode(items: readonly StaticNode[], at: Position): StaticList {
  return { kind: 'list', items, at, size: sizeOf(items) };
}

export function recordNode(entries: ReadonlyMap<string, StaticEntry>, at: Position): StaticRecord {
  return { kind: 'record', entries, at, size: sizeOf([...entries.values()].map(({ node }) => node)) };
}

function sizeOf(parts: readonly StaticNode[]): number {
  return parts.reduce((sum, part) => sum + part.size, 1);
}

/** The plain value; properties that are undefined are left out, as JSON leaves them out. */
export function plainValue(node: StaticNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainValue);
  const entries = [...node.entries].map(([key, entry]) => [key, plainValue(entry.node)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Where the part that a JSON pointer names stands; the nearest enclosing part when it leads nowhere. */
export function positionInNode(root: StaticNode, pointer: string): Position {
  let place: StaticEntry = { node: root, at: root.at };
  for (const segment of fromPointer(pointer)) {
    const next = partOf(place.node, segment);
    if (next === undefined) break;
    place = next;
  }
  return place.at;
}

/** The property or item with a name or index. */
export function partOf(node: StaticNode, segment: string): StaticEntry | undefined {
  if (node.kind === 'record') return node.entries.get(segment);
  const item = node.kind === 'list' ? node.items[Number(segment)] : undefined;
  return item && { node: item, at: item.at };
}
