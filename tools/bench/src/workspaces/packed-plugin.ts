import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE } from '../roots/subject';

/** The packed plugin, as it would be published; packed now unless `nx run package:pack` has done so. */
export function packedPlugin(): string {
  const found = tarball();
  if (found !== undefined) return found;
  execFileSync(process.execPath, ['tools/package/pack.mjs'], {
    cwd: WORKSPACE,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const packed = tarball();
  if (packed === undefined) throw new Error('tools/package/pack.mjs left no package in dist/plugins/nx');
  return packed;
}

function tarball(): string | undefined {
  const directory = join(WORKSPACE, 'dist/plugins/nx');
  const files = existsSync(directory) ? readdirSync(directory) : [];
  const name = files.find((file) => file.endsWith('.tgz'));
  return name === undefined ? undefined : join(directory, name);
}
