import { distance } from 'fastest-levenshtein';

/** How alike two names are: 1 when they are equal, 0 when they have nothing in common. */
export function nameSimilarity(a: string, b: string): number {
  const [left, right] = [bare(a), bare(b)];
  const length = Math.max(left.length, right.length);
  const edits = length === 0 ? 1 : 1 - distance(left, right) / length;
  return Math.max(edits, overlap(left.split(/[-_]/), right.split(/[-_]/)));
}

/** How alike two texts are: the share of words that they have in common (Dice); undefined when one has none. */
export function textSimilarity(a: string | undefined, b: string | undefined): number | undefined {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  return left.length === 0 || right.length === 0 ? undefined : overlap(left, right);
}

/** How alike two sets are (Dice); undefined when both are empty. */
export function setSimilarity(a: readonly string[], b: readonly string[]): number | undefined {
  return a.length === 0 && b.length === 0 ? undefined : overlap(a, b);
}

/** The share of common members; equal and empty lists are alike. */
function overlap(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [new Set(a), new Set(b)];
  const total = left.size + right.size;
  if (total === 0) return 1;
  const common = [...left].filter((item) => right.has(item)).length;
  return (2 * common) / total;
}

function wordsOf(text: string | undefined): string[] {
  return (text ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function bare(name: string): string {
  return name.replace(/^-+/, '').toLowerCase();
}
