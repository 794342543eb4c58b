import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest, Union } from '@fixpoint/surface-formats';
import { manifestOf } from '../union/testing';
import { checkSnapshot } from './check-snapshot';
import { snapshotFile } from './problem';

const DATA = join(__dirname, '../../../../../shared/data/parity');
const present = existsSync(DATA);
if (!present) console.info(`skipped: no parity cases at ${DATA}`);

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly dir: string;
}

interface Violation {
  readonly code: string;
  readonly path: string;
}

const cases = present
  ? (JSON.parse(readFileSync(join(DATA, 'index.json'), 'utf8')) as Case[]).filter(
      ({ kind, dir }) => kind.endsWith('validate') && existsSync(join(DATA, dir, 'inputs/root')),
    )
  : [];

function read(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function parse<T>(text: string | undefined): Partial<T> {
  try {
    return JSON.parse(text ?? '{}') as T;
  } catch {
    return {};
  }
}

/** The violations of the snapshots that the committed unions of a root name. */
function violations(root: string, manifest: Manifest): Violation[] {
  const directory = join(root, 'snapshots');
  const versions = existsSync(directory) ? readdirSync(directory) : [];
  return versions.flatMap((version) => {
    const union = parse<Union>(read(join(root, snapshotFile(version, 'union'))));
    return (union.inputs ?? []).flatMap(({ target_triple: target }) => {
      const file = snapshotFile(version, target);
      const findings = checkSnapshot(read(join(root, file)), { file, target, version }, manifest);
      return findings.flatMap(({ code, file: path }) => (code === undefined ? [] : [{ code, path }]));
    });
  });
}

(present ? describe : describe.skip)('parity of snapshot violations', () => {
  it('has cases with and without a violation', () => {
    expect(cases.length).toBeGreaterThan(20);
  });

  it.each(cases)('$id', ({ dir }) => {
    const expected = parse<{ violations: Violation[] }>(read(join(DATA, dir, 'expected/violations.json')));
    const ours = violations(join(DATA, dir, 'inputs/root'), manifestOf(1));
    expect(ours).toEqual(
      (expected.violations ?? [])
        .filter(({ code }) => code.startsWith('SNAPSHOT_'))
        .map(({ code, path }) => ({ code, path })),
    );
  });
});
