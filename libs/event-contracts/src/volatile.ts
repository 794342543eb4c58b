import { compareText } from '@fixpoint/model';
import { fromPointer, isRecord } from '@fixpoint/structured-text';

/** What stands for a value that changes from run to run. */
export const VOLATILE = '<volatile>';

/** A JSON pointer in which `*` is any key or index. */
export type Pattern = readonly string[];

/** The keys of a pattern; undefined for what is no pointer. */
export function toPattern(pointer: string): Pattern | undefined {
  return pointer === '' || pointer.startsWith('/') ? fromPointer(pointer) : undefined;
}

/**
 * A value whose volatile parts are replaced and whose keys are in order (by code unit). `met` is told of every pattern that finds something.
 *
 * @req FP-SSE-004
 */
export function normalise(
  value: unknown,
  patterns: readonly Pattern[],
  met: (pattern: Pattern) => void,
): unknown {
  return visit(
    value,
    patterns.map((pattern) => ({ pattern, depth: 0 })),
    met,
  );
}

interface Open {
  readonly pattern: Pattern;
  /** How many of its keys are behind. */
  readonly depth: number;
}

function visit(value: unknown, open: readonly Open[], met: (pattern: Pattern) => void): unknown {
  const ended = open.filter(({ pattern, depth }) => depth === pattern.length);
  for (const { pattern } of ended) met(pattern);
  if (ended.length > 0) return VOLATILE;
  const below = (key: string): Open[] =>
    open
      .filter(({ pattern, depth }) => pattern[depth] === key || pattern[depth] === '*')
      .map(({ pattern, depth }) => ({ pattern, depth: depth + 1 }));
  if (Array.isArray(value)) return value.map((item, index) => visit(item, below(String(index)), met));
  if (!isRecord(value)) return value;
  const keys = Object.keys(value).sort(compareText);
  return Object.fromEntries(keys.map((key) => [key, visit(value[key], below(key), met)]));
}
