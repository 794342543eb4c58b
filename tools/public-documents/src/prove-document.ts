import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { PublicDocument } from './documents';

const RUNNER = resolve(__dirname, '../run.cjs');
const OUTPUTS = ['generated/api.ts', 'generated/client.ts', 'contracts.generated.json'];

/** Two places a run may happen in; nothing of either may show in what it writes. */
const RUNS = [
  { directory: 'a', TZ: 'UTC', LC_ALL: 'C' },
  { directory: 'another/place', TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
];

/** What became of a document. */
export interface Proof {
  readonly outcome: string;
  /** The first findings, where there are some. */
  readonly findings: readonly string[];
  readonly milliseconds: number;
  readonly typesBytes: number;
  readonly clientBytes: number;
  readonly isSame: boolean;
  readonly compiles: boolean;
  readonly compileMilliseconds: number;
  readonly compileError?: string;
}

interface Printed {
  readonly outcome: string;
  readonly findings: readonly {
    id: string;
    severity: string;
    message: string;
    position?: { line: number };
  }[];
  readonly milliseconds: number;
}

/** Generates a document's types and client in two places, compares the bytes and compiles the first. */
export function proveDocument({ name, file }: PublicDocument, text: string, work: string): Proof {
  const entry = basename(file);
  const runs = RUNS.map(({ directory, ...env }) => {
    const root = join(work, name, directory);
    rmSync(root, { recursive: true, force: true });
    mkdirSync(root, { recursive: true });
    writeFileSync(join(root, entry), text);
    const { stdout, stderr } = spawnSync(process.execPath, [RUNNER, root, entry], {
      cwd: root,
      env: { ...process.env, ...env },
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const line = stdout.trim().split('\n').at(-1) ?? '';
    if (!line.startsWith('{')) throw new Error(`${name}: ${stderr || stdout}`);
    return { root, ...(JSON.parse(line) as Printed) };
  });
  const [first, second] = runs as [(typeof runs)[0], (typeof runs)[0]];
  const texts = OUTPUTS.map((path) => runs.map(({ root }) => readIfThere(join(root, path))));
  const compiled =
    first.outcome === 'clean' ? compile(first.root) : { compiles: false, compileMilliseconds: 0 };
  return {
    outcome: first.outcome,
    findings: first.findings
      .slice(0, 4)
      .map(({ id, message, position }) => `${id}:${position?.line ?? ''} ${message}`),
    milliseconds: Math.min(first.milliseconds, second.milliseconds),
    typesBytes: texts[0]?.[0]?.length ?? 0,
    clientBytes: texts[1]?.[0]?.length ?? 0,
    isSame: texts.every(([a, b]) => a !== undefined && b !== undefined && a.equals(b)),
    ...compiled,
  };
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function compile(root: string): Pick<Proof, 'compiles' | 'compileMilliseconds' | 'compileError'> {
  const compilerOptions = {
    ...{ strict: true, noUncheckedIndexedAccess: true, noImplicitOverride: true, noUnusedLocals: true },
    ...{ target: 'es2022', module: 'nodenext', moduleResolution: 'nodenext', noEmit: true },
    ...{ lib: ['es2022', 'dom'], types: [] },
  };
  writeFileSync(
    join(root, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['generated/api.ts', 'generated/client.ts'] }),
  );
  const started = performance.now();
  const compiler = require.resolve('typescript/lib/tsc.js');
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', root], { encoding: 'utf8' });
  return {
    compiles: status === 0,
    compileMilliseconds: Math.round(performance.now() - started),
    ...(status !== 0 && { compileError: stdout.split('\n').slice(0, 3).join(' | ') }),
  };
}
