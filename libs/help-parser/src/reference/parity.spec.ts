import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Snapshot, SnapshotArg, SnapshotCommand } from '@fixpoint/surface-formats';
import { INFERRED_NOTE, parseReferencePage, referenceForm, toReferenceEntry } from '.';
import type { ReferenceForm, ReferencePage } from '.';

const SHARED = join(__dirname, '../../../../../shared/data');
const PARITY = join(SHARED, 'parity');
const isThere = existsSync(PARITY);
const describeShared = isThere ? describe : describe.skip;
if (!isThere) console.info(`no parity data at ${PARITY}: the cases with real pages are skipped`);

const FORMS: Readonly<Record<string, ReferenceForm>> = {
  codex: referenceForm('subcommand', 'codex'),
  claude_code: referenceForm('flag', 'claude'),
  'codex-cli': referenceForm('subcommand', 'codex'),
  'claude-code-cli': referenceForm('flag', 'claude'),
};

interface ParityCase {
  readonly id: string;
  readonly kind: string;
  readonly tool: string;
  readonly dir: string;
}

function readJson<T>(...path: readonly string[]): T {
  return JSON.parse(readFileSync(join(PARITY, ...path), 'utf8')) as T;
}

function casesOf(kind: string): ParityCase[] {
  return isThere ? readJson<ParityCase[]>('index.json').filter((row) => row.kind === kind) : [];
}

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((file) => statSync(file).isFile())
    .sort();
}

function parseCasePage(row: ParityCase, path: readonly string[]): ReferencePage {
  const below = path.length === 0 ? [] : ['commands', ...path];
  const text = readFileSync(join(PARITY, row.dir, 'inputs', ...below, 'help.txt'), 'utf8');
  return parseReferencePage(text, FORMS[row.tool] as ReferenceForm, path);
}

describeShared('pages of the parity data', () => {
  it.each(casesOf('help'))('$id: every page gives its entry, key order included', (row) => {
    const expected = readJson<(ReferencePage & { path: string[] })[]>(row.dir, 'expected/entries.json');
    expect(expected.length).toBeGreaterThan(0);
    for (const { path, entry, subcommands } of expected) {
      expect(JSON.stringify(parseCasePage(row, path))).toBe(JSON.stringify({ entry, subcommands }));
    }
  });

  it.each(casesOf('help-bug'))('$id: the defects of the reference are kept', (row) => {
    const expected = readJson<ReferencePage>(row.dir, 'expected/reference-behaviour.json');
    expect(JSON.stringify(parseCasePage(row, []))).toBe(JSON.stringify(expected));
  });
});

describeShared('usage blocks of committed snapshots', () => {
  const snapshots = isThere ? distinctSnapshots() : [];

  it('are there', () => expect(snapshots.length).toBeGreaterThan(10));

  it.each(snapshots)('%s: give the arguments that were inferred', (_name, { tool, commands }) => {
    const form = FORMS[tool] as ReferenceForm;
    for (const command of commands) {
      expect(reread(command, commands, form)).toEqual(command.args ?? []);
      expect(JSON.stringify(toReferenceEntry(command))).toBe(JSON.stringify(command));
    }
  });
});

describe('pages of other tools', () => {
  const pages = join(SHARED, 'help/pages');
  const files = existsSync(pages) ? filesBelow(pages).filter((file) => file.endsWith('.txt')) : [];

  (files.length > 0 ? it : it.skip)('are all read, in either form', () => {
    for (const form of Object.values(FORMS)) {
      const entries = files.map((file) => parseReferencePage(readFileSync(file, 'utf8'), form, []).entry);
      expect(entries.filter(({ usage }) => usage !== undefined).length).toBeGreaterThan(files.length / 2);
    }
  });
});

function distinctSnapshots(): [string, Snapshot][] {
  const byText = new Map<string, [string, Snapshot]>();
  for (const file of filesBelow(PARITY)) {
    if (!/snapshots\/[^/]+\/[^/]+\.json$/.test(file) || file.includes('synthetic')) continue;
    const snapshot = JSON.parse(readFileSync(file, 'utf8')) as Snapshot;
    if (snapshot.snapshot_schema_version !== 1) continue;
    if (FORMS[snapshot.tool] === undefined || isOfEarlierParser(snapshot)) continue;
    const name = `${snapshot.tool} ${snapshot.binary.version_output} ${snapshot.binary.target_triple}`;
    byText.set(JSON.stringify(snapshot), [name, snapshot]);
  }
  return [...byText.values()];
}

// Some committed snapshots were made before the dispatch words of the root page were left out.
function isOfEarlierParser({ commands }: Snapshot): boolean {
  const root = commands.find(({ path }) => path.length === 0);
  return (root?.args ?? []).some(
    ({ name, note }) => name.toUpperCase() === 'COMMAND' && note === INFERRED_NOTE,
  );
}

// Builds a page of the usage block and of what the snapshot says was listed, and reads it again.
function reread(
  command: SnapshotCommand,
  all: readonly SnapshotCommand[],
  form: ReferenceForm,
): SnapshotArg[] {
  const depth = command.path.length;
  const children = all
    .map(({ path }) => path)
    .filter(
      (path) => path.length === depth + 1 && command.path.every((token, index) => path[index] === token),
    );
  const listed = (command.args ?? []).filter(({ note }) => note !== undefined && note !== INFERRED_NOTE);
  const page = [
    'Usage:',
    ...(command.usage ?? '').split('\n').map((line) => `  ${line}`),
    '',
    'Commands:',
    ...children.map((path) => `  ${path.at(-1)}  Something`),
    'Arguments:',
    ...listed.map(
      ({ name, required, variadic }) => `  ${required ? `<${name}>` : `[${name}]`}${variadic ? '...' : ''}`,
    ),
  ];
  const { args = [] } = parseReferencePage(page.join('\n'), form, command.path).entry;
  return args.map((arg) => ({ ...arg, ...pickNote(listed, arg.name) }));
}

function pickNote(listed: readonly SnapshotArg[], name: string): Pick<SnapshotArg, 'note'> {
  const note = listed.find((arg) => arg.name === name)?.note;
  return note === undefined ? {} : { note };
}
