import type { Output } from './collect-output';

/** Milliseconds without a byte after which a pipe that a descendant still holds is given up. */
const IDLE_MS = 75;
/** Milliseconds after which it is given up although bytes still come. */
const LIMIT_MS = 1_000;

/** Waits after a child's exit until its pipes have ended or are idle, then closes them. */
export async function drain(outputs: readonly Output[]): Promise<void> {
  const ended = Promise.all(outputs.map((output) => output.ended)).then(() => true);
  const received = (): number => outputs.reduce((sum, output) => sum + output.received(), 0);
  const deadline = Date.now() + LIMIT_MS;
  for (let seen = -1; seen !== received() && Date.now() < deadline; ) {
    seen = received();
    if (await endsWithin(ended, IDLE_MS)) break;
  }
  for (const output of outputs) output.destroy();
}

async function endsWithin(ended: Promise<boolean>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const idle = new Promise<boolean>((resolve) => {
    // setImmediate: after a long synchronous task the timer is due before the pipes were read even once.
    timer = setTimeout(() => setImmediate(resolve, false), milliseconds);
  });
  const result = await Promise.race([ended, idle]);
  clearTimeout(timer);
  return result;
}
