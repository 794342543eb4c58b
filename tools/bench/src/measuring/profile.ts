import { mkdirSync, writeFileSync } from 'node:fs';
import { Session, type Profiler } from 'node:inspector/promises';
import { basename, dirname } from 'node:path';

/** Where the time went. */
export interface ProfileSummary {
  readonly file: string;
  /** The functions with the most time of their own, with their share. */
  readonly top: readonly string[];
}

const INTERVAL_MICROSECONDS = 200;
const TOP = 25;

/** Runs something under the CPU profiler of V8 and writes the profile, which the developer tools of Chromium open. */
export async function profile(file: string, run: () => Promise<void>): Promise<ProfileSummary> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: INTERVAL_MICROSECONDS });
    await session.post('Profiler.start');
    await run();
    const { profile: recorded } = await session.post('Profiler.stop');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(recorded));
    return { file, top: topFunctions(recorded) };
  } finally {
    session.disconnect();
  }
}

function topFunctions({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): string[] {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const own = new Map<string, number>();
  let total = 0;
  for (const [index, id] of samples.entries()) {
    const name = names.get(id) ?? '?';
    if (name === '(idle)') continue;
    const microseconds = timeDeltas[index] ?? 0;
    total += microseconds;
    own.set(name, (own.get(name) ?? 0) + microseconds);
  }
  return [...own]
    .sort(([, a], [, b]) => b - a)
    .slice(0, TOP)
    .map(([name, microseconds]) => `${name} ${((100 * microseconds) / total).toFixed(1)} %`);
}

// Lines are left out: V8 counts them in the compiled file.
function nameOf({ functionName, url }: { functionName: string; url: string }): string {
  const name = functionName === '' ? 'anonymous' : functionName;
  return url === '' || url.startsWith('node:') ? name : `${name} (${basename(url)})`;
}
