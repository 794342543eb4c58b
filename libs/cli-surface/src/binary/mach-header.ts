import type { ExecutableHeader } from './executable-header';

const THIN = new Set([0xcefaedfe, 0xcffaedfe]);
const FAT_ENTRY_BYTES: ReadonlyMap<number, number> = new Map([
  [0xcafebabe, 20],
  [0xcafebabf, 32],
]);
// A Java class file begins like a universal file and holds its format version (45 and up) where the number of slices stands.
const MOST_SLICES = 40;

const CPUS: ReadonlyMap<number, string> = new Map([
  [0x00000007, 'i686'],
  [0x0000000c, 'arm'],
  [0x01000007, 'x86_64'],
  [0x0100000c, 'aarch64'],
]);

/** Reads a thin or universal Mach-O header (`mach-o/loader.h`, `mach-o/fat.h`). */
export function readMachHeader(view: DataView): ExecutableHeader | undefined {
  if (view.byteLength < 8) return undefined;
  const magic = view.getUint32(0);
  if (THIN.has(magic)) return toHeader([view.getUint32(4, true)]);
  const entryBytes = FAT_ENTRY_BYTES.get(magic);
  return entryBytes === undefined ? undefined : toHeader(readSlices(view, entryBytes));
}

function readSlices(view: DataView, entryBytes: number): number[] {
  const count = view.getUint32(4);
  if (count > MOST_SLICES || 8 + count * entryBytes > view.byteLength) return [];
  return Array.from({ length: count }, (_, index) => view.getUint32(8 + index * entryBytes));
}

function toHeader(cpus: readonly number[]): ExecutableHeader | undefined {
  const arches = cpus.flatMap((cpu) => CPUS.get(cpu) ?? []);
  return arches.length === 0 ? undefined : { format: 'mach-o', os: 'macos', arches };
}
