import { writeSync } from 'node:fs';
import { applyChanges } from '../writing/apply-changes';
import { type Call, interceptedFileSystem } from './intercepted-file-system';
import { CHANGES } from './scenario';

/** A program that makes the changes of the scenario below `argv[2]` and kills itself before its call number `argv[3]`. */
const [root = '', step] = process.argv.slice(2);

const fileSystem = interceptedFileSystem((call) => {
  if (call.index !== Number(step)) return;
  writeHalf(call);
  process.kill(process.pid, 'SIGKILL');
});

/** A kill in the middle of a write leaves a part of it. */
function writeHalf({ name, args }: Call): void {
  if (name !== 'writeFile') return;
  const [descriptor, bytes] = args as [number, Uint8Array];
  writeSync(descriptor, bytes.subarray(0, bytes.length / 2));
}

void applyChanges(root, CHANGES, { fileSystem });
