import type { FoundId } from '../spec-document';

/** Ids that stand together: `[A-1]`, `[A-1, A-2]`, `[A-1] [A-2]`, or bare as `A-1, A-2`. */
export interface Cluster {
  readonly ids: readonly FoundId[];
  /** Offsets; brackets are within. */
  readonly start: number;
  readonly end: number;
  readonly isBracketed: boolean;
}

const SEPARATOR = /(?:\s*[,;&/+|]\s*|\s+(?:and\s+)?)/y;

/**
 * The ids of a text in clusters, in their order.
 *
 * @param ids those that may count, sorted by offset
 */
export function clustersOf(text: string, ids: readonly FoundId[]): Cluster[] {
  const clusters: (Cluster & { readonly ids: FoundId[]; end: number })[] = [];
  for (let index = 0; index < ids.length; ) {
    const run = runFrom(text, ids, index);
    const group = bracketed(text, run) ?? { ...run, isBracketed: false };
    index += group.ids.length;
    const last = clusters.at(-1);
    if (last?.isBracketed === true && group.isBracketed && isGap(text, last.end, group.start)) {
      for (const id of group.ids) last.ids.push(id);
      last.end = group.end;
    } else clusters.push({ ...group, ids: [...group.ids] });
  }
  return clusters;
}

function isGap(text: string, from: number, to: number): boolean {
  return to - from <= 4 && /^[\s,;&]*$/.test(text.slice(from, to));
}

/** Ids from one on that only separators stand between. */
function runFrom(text: string, ids: readonly FoundId[], index: number): Omit<Cluster, 'isBracketed'> {
  const first = ids[index] as FoundId;
  let end = first.offset + first.length;
  let next = index + 1;
  for (; next < ids.length; next += 1) {
    const { offset, length } = ids[next] as FoundId;
    if (offset > first.offset && offset >= end && !isSeparated(text, end, offset)) break;
    end = offset + length;
  }
  return { ids: ids.slice(index, next), start: first.offset, end };
}

function isSeparated(text: string, from: number, to: number): boolean {
  SEPARATOR.lastIndex = from;
  return SEPARATOR.test(text) && SEPARATOR.lastIndex === to;
}

function bracketed(text: string, { ids, start, end }: Omit<Cluster, 'isBracketed'>): Cluster | undefined {
  const [opening] = /\[\s{0,3}$/.exec(text.slice(Math.max(0, start - 4), start)) ?? [];
  const [closing] = /^\s{0,3}\]/.exec(text.slice(end, end + 4)) ?? [];
  if (opening === undefined || closing === undefined) return undefined;
  return { ids, start: start - opening.length, end: end + closing.length, isBracketed: true };
}
