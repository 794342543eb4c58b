import type { Document, Node } from 'yaml';
import { failure, success, type Position, type Result } from '@fixpoint/model';
import { textDocument, type LocatedDocument } from './located-document';
import { parseJson, TOO_DEEP } from './parse-json';
import { fromPointer } from './pointer';
import { positionOfOffset, positionsIn } from './position';
import { yaml } from './yaml-library';
import { CIRCULAR_ALIAS, circularAliasOffset, yamlOffsetTooDeep } from './yaml-limits';

/** Aliases that one YAML document may expand to, so that a few lines cannot become gigabytes. */
const MOST_ALIASES = 1000;

/**
 * Parses a file, JSON by its ending and YAML 1.2 otherwise, and keeps where everything stands. What is wrong is a finding
 * `<prefix>/invalid-json`, `<prefix>/invalid-yaml` or `<prefix>/empty-document`, with its position.
 */
export function parseLocated(file: string, text: string, prefix: string): Result<LocatedDocument> {
  if (text.replace(/^\ufeff/, '').trim() === '') return failure(emptyFile(file, prefix));
  if (file.endsWith('.json')) {
    const parsed = parseJson(text, file, prefix);
    return parsed.ok ? success(textDocument(file, text.replace(/^\ufeff/, ''), parsed.value)) : parsed;
  }
  return readYaml(file, text, prefix);
}

function readYaml(file: string, text: string, prefix: string): Result<LocatedDocument> {
  const invalid = (offset: number, reason: string): Result<never> =>
    failure({
      id: `${prefix}/invalid-yaml`,
      severity: 'error',
      message: `${file} is not YAML: ${reason}`,
      file,
      position: positionOfOffset(text, offset),
      fix: `correct ${file} at the position given`,
    });
  const tooDeep = yamlOffsetTooDeep(text);
  if (tooDeep !== undefined) return invalid(tooDeep, TOO_DEEP);
  try {
    const document = yaml().parseDocument(text, { prettyErrors: false, logLevel: 'error' });
    const [first] = document.errors;
    if (first !== undefined) return invalid(first.pos[0], first.message);
    if (document.contents === null) return failure(emptyFile(file, prefix));
    const circular = circularAliasOffset(document, text);
    if (circular !== undefined) return invalid(circular, CIRCULAR_ALIAS);
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    const positionAt = positionsIn(text);
    const positionOf = (pointer: string): Position => positionAt(offsetInYaml(document, pointer));
    return success({ file, value, positionOf });
  } catch (error) {
    // The library gives up on aliases that multiply.
    return invalid(0, error instanceof Error ? error.message : String(error));
  }
}

function offsetInYaml(document: Document, pointer: string): number {
  let node: unknown = document.contents;
  let offset = offsetOf(node) ?? 0;
  for (const segment of fromPointer(pointer)) {
    const next = yamlChild(document, node, segment);
    if (next === undefined) break;
    offset = offsetOf(next.mark) ?? offset;
    node = next.node;
  }
  return offset;
}

/** The value below a node, and what marks its place: the key of a map, the item of a list. */
function yamlChild(
  document: Document,
  parent: unknown,
  segment: string,
): { node: unknown; mark: unknown } | undefined {
  const { isAlias, isMap, isSeq } = yaml();
  const node = isAlias(parent) ? parent.resolve(document) : parent;
  if (isSeq(node)) {
    const item = node.items[Number(segment)];
    return item === undefined ? undefined : { node: item, mark: item };
  }
  const pair = isMap(node) ? node.items.find(({ key }) => String(key) === segment) : undefined;
  return pair && { node: pair.value, mark: pair.key };
}

function offsetOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}

function emptyFile(file: string, prefix: string) {
  return {
    id: `${prefix}/empty-document`,
    severity: 'error',
    message: `${file} is empty, so there is nothing to check or to generate from`,
    file,
    position: { line: 1, column: 1 },
    fix: `write the document, or remove ${file} and what names it`,
  } as const;
}
