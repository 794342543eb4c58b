import { readFileSync } from 'node:fs';

/** What Linux says of a process: it runs, it has ended and nobody has taken note yet, or there is none. */
export function processState(pid: number): 'running' | 'zombie' | 'gone' {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')) ? 'zombie' : 'running';
  } catch {
    return 'gone';
  }
}

/** Polls until a condition holds; the test's own limit ends it when it never does. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}
