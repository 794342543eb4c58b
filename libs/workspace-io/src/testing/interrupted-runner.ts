import { writeFileSync } from 'node:fs';
import { createProcessPort } from '../processes/process-port';
import { createScratchPort } from '../scratch-port';

/**
 * A program that runs a child which would live for minutes, in a scratch directory whose path it writes to `argv[2]`. The child
 * writes its process id and that of a grandchild to its stdout file and never ends by itself.
 */
const [report = ''] = process.argv.slice(2);
const script = `sleep 600 & echo $$ $! > "$1.tmp" && mv "$1.tmp" "$1"; sleep 600`;

void createScratchPort().with('interrupted', async (cwd) => {
  writeFileSync(`${report}.scratch`, cwd);
  await createProcessPort().run({
    command: '/bin/sh',
    args: ['-c', script, 'sh', report],
    env: { PATH: '/usr/bin:/bin' },
    cwd,
    timeoutMs: 600_000,
    maxBytes: 1_000,
  });
});
