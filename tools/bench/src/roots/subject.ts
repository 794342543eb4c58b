import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { compare } from 'semver';
import { mustBeClean } from './must-be-clean';
import { jsonFiles, type RootFiles } from './root-files';

/** The workspace that the product is developed in. */
export const WORKSPACE = resolve(__dirname, '../../../..');

/** The target whose snapshot everything here is made of. */
export const SUBJECT_TARGET = 'x86_64-unknown-linux-musl';

/** The root of the real tool. */
const ROOT = join(WORKSPACE, 'libs/codex/cli_manifest');

/** A snapshot as JSON. */
export interface SnapshotRecord extends Record<string, unknown> {
  binary: { target_triple: string; platform: { os: string; arch: string } };
  commands: CommandRecord[];
}

/** A command of a snapshot as JSON. */
export interface CommandRecord extends Record<string, unknown> {
  flags?: Record<string, unknown>[];
  args?: Record<string, unknown>[];
}

/** The marker of the real tool as JSON. */
export interface MarkerRecord extends Record<string, unknown> {
  tool: Record<string, unknown>;
}

/** The marker of the real tool; every call gives a record of its own. */
export function readMarker(): MarkerRecord {
  return JSON.parse(readFileSync(join(ROOT, 'RULES.json'), 'utf8')) as MarkerRecord;
}

/** Copies the module in which the coverage of the real wrapper is declared, and gives its name and export. */
export function copyDeclaration(directory: string): { module: string; export?: string } {
  const { source } = readMarker().wrapper as { source: { module: string; export?: string } };
  const name = basename(source.module);
  cpSync(join(ROOT, source.module), join(directory, name));
  return { ...source, module: name };
}

/** The committed root of the real tool. */
export function committedRoot(): RootFiles {
  return { root: ROOT, artifacts: jsonFiles(ROOT) };
}

/** The executable that this workspace has installed. */
export function installedBinary(): string {
  const vendor = join(WORKSPACE, 'node_modules/@openai/codex-linux-x64/vendor');
  const found = existsSync(vendor) ? readdirSync(vendor).map((name) => join(vendor, name, 'bin/codex')) : [];
  const binary = found.find((path) => existsSync(path));
  if (binary === undefined)
    throw new Error(`${vendor}/*/bin/codex is not installed: run npm ci on Linux x64`);
  return binary;
}

/**
 * The newest snapshot of the real tool: the committed one, or where none is committed that of the installed executable,
 * measured in an empty directory.
 */
export async function readSubject(directory: string): Promise<{ version: string; text: string }> {
  const file = newestSnapshot(ROOT) ?? (await measure(directory));
  return { version: basename(join(file, '..')), text: readFileSync(file, 'utf8') };
}

async function measure(directory: string): Promise<string> {
  mkdirSync(directory, { recursive: true });
  cpSync(join(ROOT, 'RULES.json'), join(directory, 'RULES.json'));
  await mustBeClean({ root: directory, target: 'snapshot', binary: installedBinary() });
  return newestSnapshot(directory) as string;
}

function newestSnapshot(root: string): string | undefined {
  const directory = join(root, 'snapshots');
  const versions = existsSync(directory) ? readdirSync(directory).sort(compare) : [];
  return versions
    .map((version) => join(directory, version, `${SUBJECT_TARGET}.json`))
    .filter((file) => existsSync(file))
    .at(-1);
}
