import { readNamedFile, type PackageFile, type Ports } from '@fixpoint/model';
import { parseLocated } from '@fixpoint/structured-text';
import { valuesOf } from './schema-places';

/** Files that a schema may refer to, one leading to the next. */
const MOST_FILES = 500;

/**
 * The files that references of a schema lead to (`./other.json#/…`), one after another; paths are relative to the root. What is absent or does
 * not parse is left out, so that the reference to it is found to lead nowhere. Nothing is fetched.
 */
export async function readReferenced(
  ports: Ports,
  file: string,
  text: string,
): Promise<readonly PackageFile[]> {
  const files = new Map<string, string>([[file, text]]);
  for (const [path, content] of files) {
    const parsed = parseLocated(path, content, 'regen-schema');
    if (!parsed.ok) continue;
    for (const target of targetsOf(parsed.value.value, path)) {
      const found =
        files.has(target) || files.size > MOST_FILES ? undefined : await readNamedFile(ports, target);
      if (found !== undefined) files.set(target, found);
    }
  }
  files.delete(file);
  return [...files].map(([path, content]) => ({ path, text: content }));
}

function targetsOf(schema: unknown, from: string): string[] {
  return [...valuesOf(schema, '$ref')].flatMap((reference) => {
    const target = typeof reference === 'string' ? reference.split('#')[0] : '';
    return target === undefined || target === '' || /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(target)
      ? []
      : [beside(from, target)];
  });
}

/** A path relative to the file that names it, as one relative to the root; `..` may lead out of it. */
function beside(from: string, target: string): string {
  const segments: string[] = [];
  for (const segment of [...from.split('/').slice(0, -1), ...target.split('/')]) {
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}
