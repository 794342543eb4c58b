import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PublicDocument } from './documents';

/** The text of a document, from its package; undefined where the registry cannot be reached. Packages are kept in `cache`. */
export function documentText({ from, file }: PublicDocument, cache: string): string | undefined {
  const directory = join(cache, from.replace(/\W+/g, '-'));
  const place = join(directory, 'package', file);
  if (existsSync(place)) return readFileSync(place, 'utf8');
  mkdirSync(directory, { recursive: true });
  const archive = pack(from, directory);
  if (archive === undefined) return undefined;
  execFileSync('tar', ['xzf', archive, '-C', directory]);
  rmSync(join(directory, archive), { force: true });
  return readFileSync(place, 'utf8');
}

function pack(from: string, directory: string): string | undefined {
  try {
    const printed = execFileSync('npm', ['pack', '--silent', from], {
      cwd: directory,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return join(directory, printed.trim().split('\n').at(-1) as string);
  } catch {
    return undefined;
  }
}
