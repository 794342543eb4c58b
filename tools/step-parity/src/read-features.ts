import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
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
  return featureFiles(root, '').map((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const read = readFeature(file, text);
    return { file, text, ...(read.ok && { feature: read.value }) };
  });
}

function featureFiles(root: string, below: string): string[] {
  if (!existsSync(join(root, below))) return [];
  return readdirSync(join(root, below))
    .sort()
    .map((name) => (below === '' ? name : `${below}/${name}`))
    .flatMap((path) => (statSync(join(root, path)).isDirectory() ? featureFiles(root, path) : [path]))
    .filter((path) => /\.feature(?:\.md)?$/.test(path));
}
