import { copyFileSync, cpSync, linkSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Copies a directory without taking more room: files are hard links to the originals, so a copy must only be changed by
 * replacing files (which is how the product and npm write).
 */
export function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, copy] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, copy);
    else if (lstatSync(source).isSymbolicLink()) cpSync(source, copy, { verbatimSymlinks: true });
    else linkOrCopy(source, copy);
  }
}

function linkOrCopy(source: string, copy: string): void {
  try {
    linkSync(source, copy);
  } catch {
    // A file can have only so many links.
    copyFileSync(source, copy);
  }
}
