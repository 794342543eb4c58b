import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Artifact } from '@fixpoint/model';
import { listFiles } from './temp-directory';

const SWITCH = 'FIXPOINT_UPDATE_GOLDENS';

/**
 * Compares a whole text with a committed golden (absolute path). With `FIXPOINT_UPDATE_GOLDENS=1` the golden is written
 * instead, which is refused where `CI` is set.
 */
export function expectGolden(path: string, text: string): void {
  if (isUpdate()) return update(path, text);
  if (!existsSync(path)) throw new Error(`the golden ${path} is missing; ${hint()}`);
  expectText(path, readFileSync(path, 'utf8'), text);
}

/** Compares artifacts with all files of a directory of goldens (absolute path): a file too many fails, too. */
export function expectGoldenDirectory(directory: string, artifacts: readonly Artifact[]): void {
  const expected = new Set(artifacts.map((artifact) => artifact.path));
  const extra = existsSync(directory) ? listFiles(directory).filter((path) => !expected.has(path)) : [];
  if (isUpdate()) extra.forEach((path) => rmSync(join(directory, path)));
  else if (extra.length > 0) throw new Error(`nothing gives ${extra.join(', ')} of ${directory}; ${hint()}`);
  for (const { path, text } of artifacts) expectGolden(join(directory, path), text);
}

function expectText(path: string, golden: string, text: string): void {
  try {
    expect(text).toBe(golden);
  } catch (error) {
    if (error instanceof Error) error.message = `${path} differs; ${hint()}\n\n${error.message}`;
    throw error;
  }
}

function isUpdate(): boolean {
  if (process.env[SWITCH] !== '1') return false;
  if (process.env['CI']) throw new Error(`goldens are not updated in CI: unset ${SWITCH}`);
  return true;
}

function update(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function hint(): string {
  return `run the test with ${SWITCH}=1 and read the difference`;
}
