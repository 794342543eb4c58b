import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT_CODES, type Verdict } from '@fixpoint/model';
import { runTarget, type TargetName } from '@fixpoint/runner';
import type { Produced } from './compare-case';
import type { ParityCase } from './parity-case';

/** How a case with a root is run. */
export interface RootCase {
  readonly target: TargetName;
  /** The directory of the root that holds one directory a version; the target has no versions without it. */
  readonly directory?: string;
}

/** Runs one target over a copy of a case's root, as `fixpoint <target> --root <copy>` does. */
export function runRootCase({ target, directory }: RootCase) {
  return async (parityCase: ParityCase): Promise<Produced> =>
    inRootCopy(parityCase, async (base) => {
      const version = directory === undefined ? undefined : parityCase.version;
      const verdict = await withEnvironment(parityCase.env, () =>
        runTarget({ target, root: '.', base, version }),
      );
      const prefix = directory === undefined ? '' : `${directory}/${version}/`;
      return refusalOf(verdict) ?? { files: readOutput(base, { prefix, verdict, parityCase }) };
    });
}

/** Copies a case's inputs for one use. */
export async function inRootCopy<T>({ inputs }: ParityCase, use: (base: string) => Promise<T>): Promise<T> {
  const base = mkdtempSync(join(tmpdir(), 'fixpoint-parity-'));
  try {
    cpSync(inputs, base, { recursive: true });
    return await use(base);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** What a verdict that wrote nothing came to. */
export function refusalOf({ outcome, findings, compared, target }: Verdict): Produced | undefined {
  if (outcome !== 'clean') {
    const [first] = findings;
    const message = first === undefined ? outcome : `${first.message} [${first.id}]`;
    return { refusal: { exitCode: EXIT_CODES[outcome], message } };
  }
  return compared > 0 ? undefined : { refusal: { exitCode: 0, message: `${target} derived nothing` } };
}

// Whatever was written counts, expected or not; an expected file that was right already was not written.
function readOutput(
  base: string,
  { prefix, verdict, parityCase }: { prefix: string; verdict: Verdict; parityCase: ParityCase },
): Record<string, string> {
  const expected = Object.keys(parityCase.expected.files).map((name) => `${prefix}${name}`);
  const paths = [...new Set([...verdict.written, ...expected])].filter((path) =>
    existsSync(join(base, path)),
  );
  return Object.fromEntries(
    paths.map((path) => [
      path.startsWith(prefix) ? path.slice(prefix.length) : path,
      readFileSync(join(base, path), 'utf8'),
    ]),
  );
}

/** Runs something with environment variables set. */
export async function withEnvironment<T>(
  env: Readonly<Record<string, string>>,
  use: () => Promise<T>,
): Promise<T> {
  const before = Object.keys(env).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, env);
  try {
    return await use();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
