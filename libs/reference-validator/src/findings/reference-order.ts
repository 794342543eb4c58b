import { compareBytes } from '@fixpoint/surface-formats';
import type { ReferenceFinding } from './violation';

type Key = (finding: ReferenceFinding) => string | undefined;

const KEYS: readonly Key[] = [
  ({ reference }) => reference.path,
  ({ reference }) => reference.unit ?? '',
  ({ reference }) => reference.commandPath ?? '',
  ({ reference }) => reference.keyOrName ?? '',
  ({ reference }) => reference.field ?? '',
  ({ reference }) => reference.target,
  ({ reference }) => reference.pointer,
  ({ code }) => code,
  ({ message }) => message,
];

/**
 * The order in which rules version 1 lists violations (parity contract §9.2): path, unit, command path, key or name, field,
 * target, JSON pointer (an absent one first), code, message, all by UTF-8 bytes.
 */
export function referenceOrder(findings: readonly ReferenceFinding[]): readonly ReferenceFinding[] {
  return [...findings].sort(compareReference);
}

function compareReference(a: ReferenceFinding, b: ReferenceFinding): number {
  for (const key of KEYS) {
    const order = compareOptional(key(a), key(b));
    if (order !== 0) return order;
  }
  return 0;
}

function compareOptional(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compareBytes(a, b);
}
