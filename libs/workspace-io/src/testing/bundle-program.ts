import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** Makes one script that plain Node runs, out of a program beside this file; gives its path. */
export function bundleProgram(name: string, directory: string): string {
  const outfile = join(directory, `${name}.js`);
  buildSync({
    entryPoints: [join(__dirname, `${name}.ts`)],
    bundle: true,
    platform: 'node',
    outfile,
    logLevel: 'error',
  });
  return outfile;
}
