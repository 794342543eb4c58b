import { parseEventStream } from '@fixpoint/event-stream';
import type { Artifact, Finding } from '@fixpoint/model';
import type { FixtureSet } from './fixture-transcripts';
import { normalise, toPattern, type Pattern } from './volatile';

/** The snapshots of all sets of files, sorted by path, and what is wrong with what they are made from. */
export interface Snapshots {
  readonly artifacts: readonly Artifact[];
  readonly findings: readonly Finding[];
}

/** An event in a snapshot. */
interface Line {
  readonly event: string;
  readonly data: unknown;
}

/**
 * For each transcript of a set that keeps snapshots a file with its events: their names and their data, keys in order, volatile values replaced, equal
 * neighbours told once with their number. Comments, ids and reconnection times are left out.
 */
export function deriveSnapshots(sets: readonly FixtureSet[]): Snapshots {
  const artifacts = new Map<string, Artifact>();
  const findings: Finding[] = [];
  for (const [index, set] of sets.entries()) {
    const { snapshots: directory, volatile } = set.config;
    const at = `/events/transcripts/${index}`;
    findings.push(
      ...volatile
        .filter((pointer) => toPattern(pointer) === undefined)
        .map((pointer) => badPointer(pointer, at)),
    );
    if (directory === undefined) continue;
    const patterns = volatile.map(toPattern).filter((pattern) => pattern !== undefined);
    for (const { path, text } of set.files) {
      const target = `${directory.replace(/\/+$/, '')}/${path.slice(path.lastIndexOf('/') + 1)}.json`;
      if (artifacts.has(target)) findings.push(collision(path, target));
      else artifacts.set(target, { path: target, text: renderSnapshot(text, patterns) });
    }
  }
  const sorted = [...artifacts.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { artifacts: sorted, findings };
}

/** Pointers that find nothing in any transcript of their set. */
export function unusedPointers(sets: readonly FixtureSet[]): Finding[] {
  return sets.flatMap(({ config, files }, index) => {
    const patterns = new Map(config.volatile.map((pointer) => [pointer, toPattern(pointer)] as const));
    const met = new Set<Pattern>();
    for (const { text } of files)
      linesOf(
        text,
        [...patterns.values()].filter((pattern) => pattern !== undefined),
        met,
      );
    return [...patterns]
      .filter(([, pattern]) => files.length > 0 && pattern !== undefined && !met.has(pattern))
      .map(
        ([pointer]): Finding => ({
          id: 'event-transcripts/unused-volatile',
          severity: 'warning',
          message: `the volatile pointer "${pointer}" finds nothing in any transcript`,
          file: '.',
          path: `/events/transcripts/${index}/volatile`,
          actual: pointer,
          fix: 'correct the pointer, or remove it',
        }),
      );
  });
}

function linesOf(text: string, patterns: readonly Pattern[], met: Set<Pattern>): Line[] {
  return parseEventStream(text).events.map(({ event, data }) => ({
    event,
    data: normalise(parse(data), patterns, (pattern) => met.add(pattern)),
  }));
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return data;
  }
}

function renderSnapshot(text: string, patterns: readonly Pattern[]): string {
  const runs: { line: string; times: number }[] = [];
  for (const event of linesOf(text, patterns, new Set())) {
    const line = JSON.stringify(event);
    const last = runs.at(-1);
    if (last?.line === line) last.times += 1;
    else runs.push({ line, times: 1 });
  }
  const events = runs.map(({ line, times }) => ({
    ...(JSON.parse(line) as Line),
    ...(times > 1 && { times }),
  }));
  return `${JSON.stringify({ events }, null, 2)}\n`;
}

function badPointer(pointer: string, at: string): Finding {
  return {
    id: 'event-transcripts/bad-pointer',
    severity: 'error',
    message: `"${pointer}" is no JSON pointer`,
    file: '.',
    path: `${at}/volatile`,
    expected: 'a pointer that begins with /, such as /items/*/id',
    actual: pointer,
    fix: `write it as "/${pointer.replaceAll('.', '/')}"`,
  };
}

function collision(path: string, target: string): Finding {
  return {
    id: 'event-transcripts/snapshot-collision',
    severity: 'error',
    message: `the snapshot of ${path} would be ${target}, which is that of another transcript already`,
    file: path,
    fix: 'rename one of the transcripts, or give them directories of their own for snapshots',
  };
}
