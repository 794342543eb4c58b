import { compareText, type Finding } from '@fixpoint/model';
import { positionOfOffset } from '@fixpoint/structured-text';
import type { Conditions } from './prove-conditions';

/** What a run derived: texts by path. */
export type Derivations = ReadonlyMap<string, string>;

/** Characters shown of either side from the first difference on. */
const SHOWN = 40;

/** Where a run differs from the first one: a finding for each file, at the first byte. */
export function firstDifference(
  reference: Derivations,
  derived: Derivations,
  { text: conditions }: Conditions,
): Finding[] {
  const files = [...new Set([...reference.keys(), ...derived.keys()])].sort(compareText);
  return files.flatMap((file): Finding[] => {
    const [expected, actual] = [reference.get(file), derived.get(file)];
    if (expected === actual) return [];
    const base = { severity: 'error' as const, file };
    if (expected === undefined || actual === undefined) {
      return [
        {
          ...base,
          id: 'prove/file-not-always-derived',
          message: `the file is derived ${expected === undefined ? 'only' : 'not'} under ${conditions}`,
          fix: 'let what it is derived from decide which files there are, not the machine',
        },
      ];
    }
    const offset = offsetOfDifference(expected, actual);
    return [
      {
        ...base,
        id: 'prove/not-deterministic',
        message: `byte ${Buffer.byteLength(expected.slice(0, offset))} is another one under ${conditions}`,
        position: positionOfOffset(expected, offset),
        expected: JSON.stringify(expected.slice(offset, offset + SHOWN)),
        actual: JSON.stringify(actual.slice(offset, offset + SHOWN)),
        fix: 'take out of the generator what depends on the time, the locale, the directory or the order of files',
      },
    ];
  });
}

function offsetOfDifference(a: string, b: string): number {
  let offset = 0;
  while (offset < a.length && offset < b.length && a[offset] === b[offset]) offset += 1;
  return offset;
}
