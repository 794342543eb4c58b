import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The JSON files of a root. */
export interface RootFiles {
  /** Absolute directory of the marker. */
  readonly root: string;
  /** Every JSON artifact with the marker, relative to the root. */
  readonly artifacts: readonly string[];
}

/** The names of the JSON files below a directory. */
export function jsonFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort();
}

/** The texts of a root's JSON files that pass a filter. */
export function readTexts(
  { root, artifacts }: RootFiles,
  wanted: (file: string) => boolean = () => true,
): string[] {
  return artifacts.filter(wanted).map((file) => readFileSync(join(root, file), 'utf8'));
}
