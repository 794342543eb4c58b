import type { EvidencePlace, EvidenceUse } from '@fixpoint/surface-formats';
import { compareBytes, comparePaths, pathKey } from '@fixpoint/surface-formats';
import { positionAt } from './parse-source';
import { fileOf } from './scope';
import type { Node } from './syntax';
import type { TextPart } from './value';

/** Note on a flag whose command could not be read in full: its path is as much of it as is certain. */
export const UNKNOWN_COMMAND_NOTE = 'the command is not certain';

/** More ways to build one flag than this are not spelled out. */
const MAX_NOTES = 3;

/** Where a piece of text stands in the source. */
export interface Origin {
  readonly node: Node;
  readonly offset: number;
}

/** Gathers what is found; finding the same thing twice changes nothing. */
export class EvidenceLog {
  private readonly uses = new Map<string, UseRecord>();
  private readonly places = new Map<string, EvidencePlace>();

  command(path: readonly string[], origin: Origin): void {
    this.record({ kind: 'command', path }, origin);
  }

  /** Gives back the record of the place, to which what is passed along with the flag can be added. */
  flag(
    path: readonly string[],
    key: string,
    { origin, certain }: { origin: Origin; certain: boolean },
  ): PlaceRecord {
    const place = this.record({ kind: 'flag', path, key }, origin);
    place.certain ||= certain;
    return place;
  }

  dynamic(node: Node, note: string): void {
    const place = placeOf({ node, offset: 0 });
    const key = `${place.file}\u001f${place.line}\u001f${place.column}`;
    if (!this.places.has(key)) this.places.set(key, { ...place, note });
  }

  usesFound(): EvidenceUse[] {
    const settled = this.settledFlags();
    const uses = [...this.uses.values()].map(({ use, places }) => {
      const kept = [...places].filter(
        ([at, { certain }]) => certain || !settled.has(`${use.key}\u001f${at}`),
      );
      return { ...use, places: kept.map(([, place]) => finished(place)).sort(comparePlaces) };
    });
    return uses.filter(({ places }) => places.length > 0).sort(compareUses);
  }

  dynamicFound(): EvidencePlace[] {
    return [...this.places.values()].sort(comparePlaces);
  }

  /** Flags, by place, whose command is known in at least one way of getting there; the other ways add nothing then. */
  private settledFlags(): ReadonlySet<string> {
    const settled = new Set<string>();
    for (const { use, places } of this.uses.values()) {
      for (const [at, { certain }] of places) if (certain) settled.add(`${use.key}\u001f${at}`);
    }
    return settled;
  }

  private record(use: Omit<EvidenceUse, 'places'>, origin: Origin): PlaceRecord {
    const id = `${use.kind}\u001e${pathKey(use.path)}\u001e${use.key ?? ''}`;
    const known = this.uses.get(id) ?? { use, places: new Map<string, PlaceRecord>() };
    this.uses.set(id, known);
    const place = placeOf(origin);
    const key = `${place.file}\u001f${place.line}\u001f${place.column}`;
    const record = known.places.get(key) ?? { place, notes: new Set(), certain: use.kind === 'command' };
    known.places.set(key, record);
    return record;
  }
}

interface UseRecord {
  readonly use: Omit<EvidenceUse, 'places'>;
  readonly places: Map<string, PlaceRecord>;
}

/** A place in the making. */
export interface PlaceRecord {
  readonly place: EvidencePlace;
  /** How the flag and its value are built. */
  readonly notes: Set<string>;
  /** In at least one way of getting there the command was known. */
  certain: boolean;
}

function finished({ place, notes, certain }: PlaceRecord): EvidencePlace {
  const built = [...notes].sort(compareBytes);
  const shown = built.length > MAX_NOTES ? [...built.slice(0, MAX_NOTES), '…'] : built;
  const note = [
    ...(shown.length > 0 ? [shown.join(' | ')] : []),
    ...(certain ? [] : [UNKNOWN_COMMAND_NOTE]),
  ].join('; ');
  return note === '' ? place : { ...place, note };
}

function placeOf({ node, offset }: Origin): EvidencePlace {
  const file = fileOf(node);
  const { line, column } = positionAt(file, offsetOf(node, offset, file.text));
  return { file: file.path, line, column };
}

/** A literal is shown at its quote; a word inside it where it stands, if the text is written without escapes. */
function offsetOf(node: Node, offset: number, text: string): number {
  const start = node.start ?? 0;
  const template = node.type === 'TemplateElement';
  if (offset === 0) return template && text[start - 1] === '`' ? start - 1 : start;
  const content = template ? start : start + 1;
  const plain = !text.slice(start, node.end ?? start).includes('\\');
  return plain ? content + offset : start;
}

/** Where a string begins to be written. */
export function originOf(parts: readonly TextPart[]): Origin | undefined {
  const [first] = parts;
  return first?.kind === 'static' ? { node: first.node, offset: first.offset } : undefined;
}

function comparePlaces(a: EvidencePlace, b: EvidencePlace): number {
  return compareBytes(a.file, b.file) || a.line - b.line || a.column - b.column;
}

function compareUses(a: EvidenceUse, b: EvidenceUse): number {
  return (
    comparePaths(a.path, b.path) || compareBytes(a.key ?? '', b.key ?? '') || compareBytes(a.kind, b.kind)
  );
}
