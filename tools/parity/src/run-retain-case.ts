import { existsSync, mkdtempSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { retain } from '@fixpoint/runner';
import { toJsonText } from '@fixpoint/surface-formats';
import type { Produced } from './compare-case';
import type { ParityCase } from './parity-case';

const PLACES = ['snapshots', 'reports'];

/** Prunes a copy of a case's root, first dry and then for real, as `fixpoint retain` does. */
export async function runRetainCase({ inputs }: ParityCase): Promise<Produced> {
  const base = mkdtempSync(join(tmpdir(), 'fixpoint-parity-'));
  const root = join(base, 'root');
  try {
    cpSync(join(inputs, 'root'), root, { recursive: true });
    completeMarker(join(root, 'RULES.json'));
    const before = directoriesOf(root);
    const dry = await retain({ root: 'root', base });
    const untouched = directoriesOf(root);
    const applied = await retain({ root: 'root', base, apply: true });
    const left = new Set(directoriesOf(root));
    if (dry.text === undefined || applied.text === undefined) {
      return { refusal: { exitCode: 1, message: JSON.stringify(applied.verdict.findings) } };
    }
    if (untouched.length !== before.length) throw new Error('the dry run removed something');
    return {
      files: {
        'stdout.txt': dry.text,
        'stdout.apply.txt': applied.text,
        'result.json': toJsonText({
          ...listsOf(applied.text),
          deleted_dirs_when_applied: before.filter((directory) => !left.has(directory)).sort(),
        }),
      },
    };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** The recorded result with its directories in the order of their names. */
export function comparableRetention(files: Readonly<Record<string, string>>): Record<string, string> {
  const result = JSON.parse(files['result.json'] ?? '{}') as { deleted_dirs_when_applied?: string[] };
  const sorted = {
    ...result,
    deleted_dirs_when_applied: [...(result.deleted_dirs_when_applied ?? [])].sort(),
  };
  return { ...files, 'result.json': toJsonText(sorted) };
}

// Recorded markers may hold what pruning reads and nothing else; every command of this product opens the whole marker.
function completeMarker(file: string): void {
  const marker = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const union = { required_target: 't', expected_targets: ['t'] };
  writeFileSync(file, toJsonText({ rules_schema_version: 1, union, ...marker }));
}

function directoriesOf(root: string): string[] {
  return PLACES.filter((place) => existsSync(join(root, place))).flatMap((place) =>
    readdirSync(join(root, place)).map((name) => `${place}/${name}`),
  );
}

function listsOf(text: string): { keep: string[]; delete: string[] } {
  const [, rest = ''] = text.split('keep_versions:\n');
  const [keep = '', prune = ''] = rest.split('delete_versions:\n');
  const versions = (lines: string): string[] => lines.split('\n').flatMap((line) => line.trim() || []);
  return { keep: versions(keep), delete: versions(prune) };
}
