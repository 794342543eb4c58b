import { findNodeAtLocation, parseTree, type Node as JsonNode, type ParseError } from 'jsonc-parser';
import type { Node } from 'yaml';
import type { Position } from '@fixpoint/model';
import { offsetTooDeep } from './parse-json';
import { positionOfOffset } from './position';
import { yaml } from './yaml-library';

/** A JSON pointer (RFC 6901) of a list of keys and indexes; the whole document is the empty string. */
export function toPointer(segments: readonly (string | number)[]): string {
  return segments
    .map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** The keys of a JSON pointer. */
export function fromPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/**
 * Where the value that a pointer names begins (for a property: where its key begins), in a JSON or YAML text.
 * In a text that is nested too deeply to be read, it is where it is.
 * The nearest enclosing value that exists is taken when the pointer leads nowhere; undefined for a text that does not parse.
 */
export function positionOfPointer(text: string, pointer: string): Position | undefined {
  const { tooDeep } = readText(text);
  if (tooDeep !== undefined) return positionOfOffset(text, tooDeep);
  const segments = fromPointer(pointer);
  const offset = jsonOffset(text, segments) ?? yamlOffset(text, segments);
  return offset === undefined ? undefined : positionOfOffset(text, offset);
}

interface ReadText {
  readonly text: string;
  readonly tree?: JsonNode;
  /** What parses text for positions follows it by recursion; such a text has no tree. */
  readonly tooDeep?: number;
}

let latest: ReadText | undefined;

// Positions are asked for one finding after another, mostly in one text: parsing it for each would be quadratic.
function readText(text: string): ReadText {
  if (latest?.text !== text) {
    const tooDeep = offsetTooDeep(text);
    latest = { text, tooDeep, tree: tooDeep === undefined ? jsonTree(text) : undefined };
  }
  return latest;
}

function jsonTree(text: string): JsonNode | undefined {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors);
  return errors.length > 0 ? undefined : tree;
}

function jsonOffset(text: string, segments: readonly string[]): number | undefined {
  const { tree } = readText(text);
  if (tree === undefined) return undefined;
  for (let length = segments.length; length >= 0; length--) {
    const node = segments.slice(0, length).reduce<JsonNode | undefined>(jsonChild, tree);
    if (node !== undefined) return node.parent?.type === 'property' ? node.parent.offset : node.offset;
  }
  return undefined;
}

function jsonChild(parent: JsonNode | undefined, segment: string): JsonNode | undefined {
  return parent && findNodeAtLocation(parent, [parent.type === 'array' ? Number(segment) : segment]);
}

function yamlOffset(text: string, segments: readonly string[]): number | undefined {
  const document = yaml().parseDocument(text);
  if (document.errors.length > 0) return undefined;
  let node = document.contents as Node | null;
  let offset = node?.range?.[0];
  for (const segment of segments) {
    const next = yamlChild(node, segment);
    if (next === undefined) break;
    node = next.node;
    offset = next.offset ?? offset;
  }
  return offset;
}

function yamlChild(
  node: Node | null,
  segment: string,
): { node: Node | null; offset: number | undefined } | undefined {
  const { isMap, isPair, isSeq } = yaml();
  if (isSeq(node)) {
    const item = node.items[Number(segment)] as Node | undefined;
    return item && { node: item, offset: item.range?.[0] };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isPair(item) && String(item.key) === segment);
  return pair && { node: pair.value as Node | null, offset: (pair.key as Node).range?.[0] };
}
