import { memoryPorts } from '@fixpoint/testkit';
import type { Writer } from '../run/writer';

/** A root that exists in memory, with ports and a writer over it. */
export type MemoryRoot = ReturnType<typeof memoryRoot>;

/** Makes a root at `/work/space/libs/tool`. */
export function memoryRoot(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const ports = memoryPorts({ root: '/work/space/libs/tool', files });
  const { tree } = ports;
  const textOf = (path: string) => Buffer.from(tree.get(path) ?? []).toString('utf8');
  let calls = 0;
  const writer: Writer = async (_root, { write, remove }) => {
    calls++;
    const changed = write.filter(({ path, text }) => !tree.has(path) || textOf(path) !== text);
    const removed = remove.filter((path) => tree.delete(path));
    changed.forEach(({ path, text }) => tree.set(path, Buffer.from(text, 'utf8')));
    const written = changed.map(({ path }) => path);
    const unchanged = write.map(({ path }) => path).filter((path) => !written.includes(path));
    return { written, removed, unchanged };
  };
  return {
    ports,
    writer,
    /** How often the writer was called. */
    writes: () => calls,
    /** Every file with its text, sorted by path. */
    content: () => [...tree.keys()].sort().map((path) => [path, textOf(path)] as const),
  };
}
