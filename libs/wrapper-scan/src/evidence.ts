import type { EvidencePlace, EvidenceUse } from '@fixpoint/surface-formats';
import { compareBytes, comparePaths, pathKey } from '@fixpoint/surface-formats';
import { positionAt } from './parse-source';
import { fileOf } from './scope';
import type { Node } from './syntax';
import type { TextPart } from './value';

/** Note on a flag whose command could not be read in full: its path is as much of it as is certain. */
export const UNKNOWN_COMMAND_NOTE = 'the command is not certain';

/** Note where the name of the program is only known at run time, in a wrapper that elsewhere starts it by its name. */
export const UNKNOWN_PROGRAM_NOTE = 'the program is not certain';

/** More ways to build one flag than this are not spelled out. */
const MAX_NOTES = 3;

/** Where a piece of text stands in the source. */
export interface Origin {
  readonly node: Node;
  readonly offset: number;
}

/** How sure it is that an argument belongs to the wrapped program, and to the command it is filed under. */
export interface Certainty {
  readonly command: boolean;
  readonly program: boolean;
}

/** Gathers what is found; finding the same thing twice changes nothing. */
export class EvidenceLog {
  private readonly uses = new Map<string, UseRecord>();
  private readonly dynamics = new Map<string, PlaceRecord>();
  private identified = false;

  /** The wrapped program was seen to be started by its name. */
  identify(): void {
    this.identified = true;
  }

  command(path: readonly string[], origin: Origin, certainty: Certainty): void {
    this.use({ kind: 'command', path }, origin, { ...certainty, command: true });
  }

  /** Gives back the record of the place, to which what is passed along with the flag can be added. */
  flag(path: readonly string[], key: string, at: { origin: Origin; certainty: Certainty }): PlaceRecord {
    return this.use({ kind: 'flag', path, key }, at.origin, at.certainty);
  }

  dynamic(node: Node, note: string, certainty: Certainty): void {
    const record = recordIn(this.dynamics, { node, offset: 0 }, { ...certainty, command: true });
    if (record.notes.size === 0) record.notes.add(note);
  }

  usesFound(): EvidenceUse[] {
    const settled = this.settledFlags();
    const uses = [...this.uses.values()].map(({ use, places }) => {
      const kept = [...places].filter(
        ([at, { command }]) => command || !settled.has(`${use.key}\u001f${at}`),
      );
      return { ...use, places: kept.map(([, place]) => this.finish(place)).sort(comparePlaces) };
    });
    return uses.filter(({ places }) => places.length > 0).sort(compareUses);
  }

  dynamicFound(): EvidencePlace[] {
    return [...this.dynamics.values()].map((place) => this.finish(place)).sort(comparePlaces);
  }

  /** Flags, by place, whose command is known in at least one way of getting there; the other ways add nothing then. */
  private settledFlags(): ReadonlySet<string> {
    const settled = new Set<string>();
    for (const { use, places } of this.uses.values()) {
      for (const [at, { command }] of places) if (command) settled.add(`${use.key}\u001f${at}`);
    }
    return settled;
  }

  private use(use: Omit<EvidenceUse, 'places'>, origin: Origin, certainty: Certainty): PlaceRecord {
    const id = `${use.kind}\u001e${pathKey(use.path)}\u001e${use.key ?? ''}`;
    const known = this.uses.get(id) ?? { use, places: new Map<string, PlaceRecord>() };
    this.uses.set(id, known);
    return recordIn(known.places, origin, certainty);
  }

  private finish({ place, notes, command, program }: PlaceRecord): EvidencePlace {
    const built = [...notes].sort(compareBytes);
    const shown = built.length > MAX_NOTES ? [...built.slice(0, MAX_NOTES), '…'] : built;
    const remarks = [
      shown.join(' | '),
      command ? '' : UNKNOWN_COMMAND_NOTE,
      program || !this.identified ? '' : UNKNOWN_PROGRAM_NOTE,
    ];
    const note = remarks.filter((remark) => remark !== '').join('; ');
    return note === '' ? place : { ...place, note };
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
  /** Whether there is a way of getting there in which the command, or the program, is certain. */
  command: boolean;
  program: boolean;
}

function recordIn(places: Map<string, PlaceRecord>, origin: Origin, certainty: Certainty): PlaceRecord {
  const place = placeOf(origin);
  const key = `${place.file}\u001f${place.line}\u001f${place.column}`;
  const record = places.get(key) ?? { place, notes: new Set(), command: false, program: false };
  record.command ||= certainty.command;
  record.program ||= certainty.program;
  places.set(key, record);
  return record;
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
