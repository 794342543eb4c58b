import { createHash } from 'node:crypto';
import type { Requirement } from '@fixpoint/spec-formats';

/**
 * What a requirement says, in 16 hexadecimal digits: SHA-256 over its level and its text with blanks collapsed. Neither a move to another section or
 * file nor other line breaks change it.
 *
 * @req FP-TRACE-004
 */
export function fingerprintOf({ level, text }: Pick<Requirement, 'level' | 'text'>): string {
  const words = text.trim().replace(/\s+/g, ' ');
  return createHash('sha256').update(`${level}\n${words}`).digest('hex').slice(0, 16);
}
