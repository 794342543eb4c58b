import { scanIds } from '@fixpoint/spec-document';
import type { Certainty } from './source-tag';

/** An id in a text, with its offset and length; members of a range share them. */
export interface NamedId {
  readonly id: string;
  readonly offset: number;
  readonly length: number;
  /** A range runs over numbers that need not exist, so that only its ends are sure. */
  readonly certainty: Extract<Certainty, 'tag' | 'guess'>;
}

/** The ids that a text names, ranges and lists expanded. */
export function namedIds(text: string, ids: readonly string[]): NamedId[] {
  const found = scanIds(text, ids);
  return found.map(({ id, offset, length }, index) => {
    const [before, after] = [found[index - 1], found[index + 1]];
    const isInner =
      before?.offset === offset && after?.offset === offset && isRange(text.slice(offset, offset + length));
    return { id, offset, length, certainty: isInner ? 'guess' : 'tag' };
  });
}

/** Lists (`A-10/12`) have the same form and name each of their members. */
function isRange(written: string): boolean {
  return /\.\.|[\u2026\u2012-\u2015]/.test(written) && !written.includes('/');
}
