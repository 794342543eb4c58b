type Cleanup = () => void;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const cleanups = new Set<Cleanup>();
let installed = false;

/**
 * Registers work that has to be done before this process goes (synchronous, must not throw); the function returned takes it
 * back. It runs at `exit` and on the signals that end a process. After a signal the process ends by that same signal, unless
 * somebody else listens to it: then the other listener decides.
 *
 * @req FP-EXIT-006
 */
export function onShutdown(cleanup: Cleanup): () => void {
  install();
  cleanups.add(cleanup);
  return () => void cleanups.delete(cleanup);
}

// The listeners stay for good: taken away while a signal waits to be delivered, they would swallow it.
function install(): void {
  if (installed) return;
  installed = true;
  process.on('exit', runAll);
  for (const signal of SIGNALS) process.once(signal, () => endBy(signal));
}

function runAll(): void {
  // Last in, first out: a child has to go before the directory it works in.
  for (const cleanup of [...cleanups].reverse()) cleanup();
  cleanups.clear();
}

function endBy(signal: NodeJS.Signals): void {
  runAll();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
