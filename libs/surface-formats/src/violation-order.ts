import type { Finding } from '@fixpoint/model';
import { compareBytes } from './order';

type Key = (finding: Finding) => string | undefined;

const KEYS: readonly Key[] = [
  ({ violation, file }) => violation?.path ?? file,
  ({ violation }) => violation?.unit ?? '',
  ({ violation }) => violation?.commandPath ?? '',
  ({ violation }) => violation?.keyOrName ?? '',
  ({ violation }) => violation?.field ?? '',
  ({ violation }) => violation?.target,
  ({ violation }) => violation?.pointer,
  ({ code }) => code,
  ({ message }) => message,
];

/**
 * The findings that are violations, in the order in which the contract lists them (§9.2): path, unit, command path, key or
 * name, field, target, JSON pointer (an absent one first), code, message, all by UTF-8 bytes.
 */
export function violationsInOrder<F extends Finding>(findings: readonly F[]): readonly F[] {
  return findings.filter(({ violation }) => violation !== undefined).sort(compareViolations);
}

function compareViolations(a: Finding, b: Finding): number {
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
