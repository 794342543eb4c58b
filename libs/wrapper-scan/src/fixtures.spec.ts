import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathKey } from '@fixpoint/surface-formats';
import { expectGolden } from '@fixpoint/testkit';
import { scanWrapperSource } from '.';
import type { SourceText, WrapperScanOptions } from '.';

const FIXTURES = join(__dirname, '../fixtures');
const themes = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const cases = themes.flatMap(({ name }) =>
  readdirSync(join(FIXTURES, name)).map((leaf) => `${name}/${leaf}`),
);

function readInput(directory: string): SourceText[] {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return entries.map(({ parentPath, name }) => {
    const path = join(parentPath, name);
    return { path: path.slice(directory.length + 1), text: readFileSync(path, 'utf8') };
  });
}

function readOptions(directory: string): WrapperScanOptions {
  const { flagsTakingValue, flagsWithoutValue, ...options } = JSON.parse(
    readFileSync(join(directory, 'options.json'), 'utf8'),
  );
  return {
    ...options,
    ...(flagsTakingValue && { flagsTakingValue: byCommand(flagsTakingValue) }),
    ...(flagsWithoutValue && { flagsWithoutValue: byCommand(flagsWithoutValue) }),
  };
}

function byCommand(flags: Record<string, string[]>): Map<string, Set<string>> {
  return new Map(
    Object.entries(flags).map(([command, spellings]) => [
      pathKey(command.split(' ').filter(Boolean)),
      new Set(spellings),
    ]),
  );
}

describe('small wrappers', () => {
  it.each(cases)('%s', (name) => {
    const directory = join(FIXTURES, name);
    const scan = scanWrapperSource(readInput(join(directory, 'input')), readOptions(directory));
    expectGolden(join(directory, 'expected.json'), `${JSON.stringify(compact(scan), null, 2)}\n`);
  });
});

/** One line per place, so that a golden can be read against its input. */
function compact(scan: ReturnType<typeof scanWrapperSource>): unknown {
  const place = ({ file, line, column, note }: (typeof scan.dynamic)[number]): string =>
    `${file}:${line}:${column}${note === undefined ? '' : ` (${note})`}`;
  const uses = scan.uses.map(({ kind, path, key, places }) => ({
    use: `${kind} [${path.join(' ')}]${key === undefined ? '' : ` ${key}`}`,
    places: places.map(place),
  }));
  return { uses, dynamic: scan.dynamic.map(place), problems: scan.problems };
}
