import type { ReadText } from './read-features';

/** A line of a feature that begins like a step, or is one. */
export interface ScannedLine {
  /** What stands behind the key word. */
  readonly line: string;
  readonly keyword: string;
  /** Whether a scan for Given, When, Then and And sees it. */
  readonly isSeen: boolean;
  /** Whether it is a step by the grammar. */
  readonly isStep: boolean;
  /** Whether rows of examples change it. */
  readonly isOutline: boolean;
  /** The texts that pickles make of it. */
  readonly texts: readonly string[];
}

/** The lines that a scan of a feature sees, and those that are steps all the same. */
export function lineScan({ text, feature }: ReadText): ScannedLine[] {
  const texts = new Map<number, Set<string>>();
  for (const { steps } of feature?.pickles ?? []) {
    for (const step of steps) {
      const here = texts.get(step.position.line) ?? new Set();
      texts.set(step.position.line, here.add(step.text));
    }
  }
  return text.split(/\r?\n/).flatMap((whole, index): ScannedLine[] => {
    const [, keyword = '', line = ''] = /^(\S+)\s+(.*)$/.exec(whole.trim()) ?? [];
    const isSeen = /^(?:Given|When|Then|And)$/.test(keyword);
    const made = [...(texts.get(index + 1) ?? [])];
    if (!isSeen && made.length === 0) return [];
    const isOutline = made.some((each) => each !== line);
    return [{ line, keyword, isSeen, isStep: made.length > 0, isOutline, texts: made }];
  });
}
