import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const DIRECTORY = join(__dirname, '../../../../dist/plugins/nx');

/** The packed plugin, as `nx run package:pack` left it. */
export function packedPlugin(): string {
  const names = existsSync(DIRECTORY) ? readdirSync(DIRECTORY).filter((name) => name.endsWith('.tgz')) : [];
  const [name] = names;
  if (name === undefined || names.length > 1) {
    throw new Error(`one packed plugin is needed in dist/plugins/nx: run "npx nx run package:pack"`);
  }
  return join(DIRECTORY, name);
}
