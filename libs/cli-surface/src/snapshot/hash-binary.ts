import { ToolError, type Ports } from '@fixpoint/model';
import type { BinaryRecord } from '@fixpoint/surface-formats';

/** Digest and size of an executable, as a record holds them. */
export async function hashBinary(
  ports: Ports,
  path: string,
): Promise<Pick<BinaryRecord, 'sha256' | 'size_bytes'>> {
  const file = await ports.binaries.inspect(path);
  if ('problem' in file) {
    throw new ToolError(`${path} was taken away while it was measured`, { fix: 'run the command again' });
  }
  return { sha256: file.sha256, size_bytes: file.sizeBytes };
}
