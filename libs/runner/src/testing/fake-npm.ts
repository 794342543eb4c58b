/* eslint-disable no-restricted-imports, no-restricted-globals -- support of tests that run in the real world */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { create } from 'tar';

/** An `npm` first on PATH that packs a prepared directory, whatever it is asked for. */
export interface FakeNpm {
  /** The packages it was asked for, in order. */
  asked(): string[];
}

const SCRIPT = `#!/bin/sh
here=$(dirname "$0")
echo "$2" >> "$here/asked"
while [ $# -gt 0 ]; do
  [ "$1" = --pack-destination ] && cp "$here/package.tgz" "$2/package.tgz"
  shift
done
exit 0
`;

/** Installs it for the running test; `directory` is the test's own. */
export async function installFakeNpm(
  directory: string,
  files: Readonly<Record<string, string>>,
): Promise<FakeNpm> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(directory, 'package', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  await create({ gzip: true, portable: true, cwd: directory, file: join(directory, 'package.tgz') }, [
    'package',
  ]);
  writeFileSync(join(directory, 'npm'), SCRIPT);
  chmodSync(join(directory, 'npm'), 0o755);
  process.env['PATH'] = `${directory}${delimiter}${process.env['PATH'] ?? ''}`;
  const log = join(directory, 'asked');
  return { asked: () => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []) };
}

/** Takes PATH back to what it was, after every test of the enclosing `describe` (or file). */
export function restorePathAfterEach(): void {
  const path = process.env['PATH'];
  afterEach(() => {
    process.env['PATH'] = path;
  });
}
