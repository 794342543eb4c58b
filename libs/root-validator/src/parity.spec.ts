import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { violationsInOrder } from '@fixpoint/surface-formats';
import { memoryPorts, type MemoryWorld } from '@fixpoint/testkit';
import { collectRoot } from './collect/collect-root';
import type { ReferenceFinding } from './findings/violation';
import { validateReferenceRoot } from './validate-reference-root';

const DATA = join(__dirname, '../../../../shared/data/parity');
const WORKSPACE = '/workspace';

/** A violation as a recorded case states it. */
interface RecordedViolation {
  readonly code: string;
  readonly path: string;
  readonly json_pointer?: string;
  readonly unit?: string;
  readonly command_path?: string;
  readonly key_or_name?: string;
  readonly field?: string;
  readonly target_triple?: string;
  readonly details?: unknown;
}

/** A recorded root with its verdict. */
interface ValidateCase {
  readonly id: string;
  readonly world: MemoryWorld;
  readonly exitCode: number;
  /** In the order of rules version 1. */
  readonly violations: readonly RecordedViolation[];
}

/** Whether the recorded cases are there; they are not part of this repository. */
function hasParityCases(): boolean {
  return existsSync(join(DATA, 'index.json'));
}

/** The recorded cases of some kinds. */
function validateCases(...kinds: readonly string[]): ValidateCase[] {
  if (!hasParityCases()) return [];
  const index = readJson(join(DATA, 'index.json')) as { id: string; kind: string; dir: string }[];
  return index.filter(({ kind }) => kinds.includes(kind)).map(({ id, dir }) => readCase(id, join(DATA, dir)));
}

/** A finding in the form in which cases state violations. */
function toRecorded({ code, violation }: ReferenceFinding): RecordedViolation {
  const { path, pointer, unit, commandPath, keyOrName, field, target, details } = violation;
  return {
    code,
    path,
    ...(pointer !== undefined && { json_pointer: pointer }),
    ...(unit !== undefined && { unit }),
    ...(commandPath !== undefined && { command_path: commandPath }),
    ...(keyOrName !== undefined && { key_or_name: keyOrName }),
    ...(field !== undefined && { field }),
    ...(target !== undefined && { target_triple: target }),
    ...(details !== undefined && { details }),
  };
}

function readCase(id: string, directory: string): ValidateCase {
  const meta = readJson(join(directory, 'meta.json')) as { root?: string };
  const expected = readJson(join(directory, 'expected/violations.json')) as {
    exit_code: number;
    violations?: readonly RecordedViolation[];
  };
  const workspace = join(directory, 'inputs/workspace');
  const root = existsSync(workspace) ? join(workspace, meta.root ?? '') : join(directory, 'inputs/root');
  return {
    id,
    world: {
      root: existsSync(workspace) ? `${WORKSPACE}/${meta.root}` : WORKSPACE,
      files: readTree(root),
      packageFiles: existsSync(workspace) ? texts(readTree(workspace)) : {},
    },
    exitCode: expected.exit_code,
    violations: expected.violations ?? [],
  };
}

function texts(tree: Readonly<Record<string, Uint8Array>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).map(([path, bytes]) => [`${WORKSPACE}/${path}`, new TextDecoder().decode(bytes)]),
  );
}

function readTree(directory: string): Record<string, Uint8Array> {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(directory, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(directory, name))]));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

const KINDS = ['validate', 'synthetic-validate'];
const CASES = validateCases(...KINDS).map((each) => [each.id, each] as const);

const describeWithData = hasParityCases() ? describe : describe.skip;
if (!hasParityCases()) console.info('parity: ../shared/data/parity is not here, its cases are skipped');

describeWithData('recorded roots of rules version 1', () => {
  it('has cases to compare with', () => expect(CASES.length).toBeGreaterThanOrEqual(66));

  it.each(CASES)('%s', async (_id, { world, exitCode, violations }) => {
    const validation = validateReferenceRoot(await collectRoot(memoryPorts(world), 'root'));
    const found = validation.ok ? violationsInOrder(validation.findings).map(toRecorded) : [];
    expect(found).toEqual(violations);
    expect(validation.ok ? (found.length === 0 ? 0 : 2) : 3).toBe(exitCode);
  });
});
