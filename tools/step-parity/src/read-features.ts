import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFeature, type Feature } from '@fixpoint/gherkin-steps';

/** A feature as it is read here, and its text. */
export interface ReadText {
  readonly file: string;
  readonly text: string;
  /** Undefined where it is no Gherkin. */
  readonly feature?: Feature;
}

/** Every feature below a directory. */
export function readFeatures(root: string): ReadText[] {
  const files = existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : [];
  return files
    .filter((file) => /\.feature(?:\.md)?$/.test(file))
    .sort()
    .map((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      const read = readFeature(file, text);
      return { file, text, ...(read.ok && { feature: read.value }) };
    });
}
