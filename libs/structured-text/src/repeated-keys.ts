import { parseTree, type Node } from 'jsonc-parser';
import { failure, type Finding, type Result } from '@fixpoint/model';
import { parseJson } from './parse-json';
import { toPointer } from './pointer';
import { positionOfOffset } from './position';

/** A key that an object of a JSON text has already. */
interface RepeatedKey {
  readonly key: string;
  /** JSON pointer of both values. */
  readonly pointer: string;
  /** Where the key stands again. */
  readonly offset: number;
}

/**
 * Parses JSON that people write. Readers take the last of two equal keys and say nothing, so that what stands first is read by
 * people alone; here each repetition is a finding `<prefix>/repeated-key` with its position.
 */
export function parseWrittenJson(text: string, file: string, prefix = 'input'): Result<unknown> {
  const parsed = parseJson(text, file, prefix);
  const findings = parsed.ok ? repeatedKeyFindings(text, file, prefix) : [];
  return findings.length === 0 ? parsed : failure(...findings);
}

/** One finding `<prefix>/repeated-key` for every key of a JSON text that its object has already. */
export function repeatedKeyFindings(text: string, file: string, prefix: string): Finding[] {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  return repeatedKeys(body).map(({ key, pointer, offset }) => ({
    id: `${prefix}/repeated-key`,
    severity: 'error',
    message: `${JSON.stringify(key)} stands twice in one object of ${file}`,
    file,
    position: positionOfOffset(body, offset),
    path: pointer,
    fix: `remove one of the two in ${file}: only the last one counts`,
  }));
}

/** Every key of a JSON text that its object has already, in document order. */
function repeatedKeys(text: string): RepeatedKey[] {
  const found: RepeatedKey[] = [];
  const root = parseTree(text);
  if (root !== undefined) visit(root, [], found);
  return found;
}

function visit(node: Node, at: readonly (string | number)[], found: RepeatedKey[]): void {
  const children = node.children ?? [];
  if (node.type !== 'object') {
    return children.forEach((child, index) => visit(child, [...at, index], found));
  }
  const seen = new Set<string>();
  for (const { offset, children: [name, value] = [] } of children) {
    const key = name?.value as string;
    const inside = [...at, key];
    if (seen.has(key)) found.push({ key, pointer: toPointer(inside), offset });
    seen.add(key);
    if (value !== undefined) visit(value, inside, found);
  }
}
