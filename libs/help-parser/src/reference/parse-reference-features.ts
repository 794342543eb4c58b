import type { FeatureRow } from '@fixpoint/surface-formats';
import { compareBytes } from '@fixpoint/surface-formats';
import { asciiLower, words } from './text';

const SWITCH: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/**
 * Reads the feature list `NAME STAGE EFFECTIVE` of rules version 1, sorted by name (parity contract §2.7). A row whose third
 * word is neither `true` nor `false` is dropped, and with it every stage of two words.
 */
export function parseReferenceFeatures(text: string): readonly FeatureRow[] {
  return text
    .split('\n')
    .flatMap((line) => readRow(words(line)) ?? [])
    .sort((a, b) => compareBytes(a.name, b.name));
}

function readRow([name, stage, state]: readonly string[]): FeatureRow | undefined {
  const effective = SWITCH.get(asciiLower(state ?? ''));
  if (name === undefined || stage === undefined || effective === undefined) return undefined;
  return { effective, name, stage };
}
