import { spawn } from 'node:child_process';

/** Calls of one program, as a plain loop makes them. */
export interface RawCalls {
  readonly command: string;
  readonly calls: readonly (readonly string[])[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Children at once. */
  readonly concurrency: number;
}

/** Makes all calls and reads what they print: as fast as the machine can with so many children at once. */
export async function runRawCalls({ command, calls, env, cwd, concurrency }: RawCalls): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let args = calls[next++]; args !== undefined; args = calls[next++])
      await call(command, args, { env, cwd });
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

function call(
  command: string,
  args: readonly string[],
  options: { env: Readonly<Record<string, string>>; cwd: string },
) {
  return new Promise<void>((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.resume();
    child.stderr.resume();
    child.once('error', reject).once('close', () => resolve());
  });
}
