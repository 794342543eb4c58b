import type { ExecutableHeader } from './executable-header';

const DOS_MAGIC = 0x4d5a;
const PE_MAGIC = 0x50450000;
const PE_OFFSET_AT = 0x3c;

const MACHINES: ReadonlyMap<number, string> = new Map([
  [0x014c, 'i686'],
  [0x01c4, 'arm'],
  [0x8664, 'x86_64'],
  [0xa641, 'aarch64'],
  [0xaa64, 'aarch64'],
]);

/** Reads a PE header (PE/COFF specification, "COFF File Header"). */
export function readPeHeader(view: DataView): ExecutableHeader | undefined {
  if (view.byteLength < PE_OFFSET_AT + 4 || view.getUint16(0) !== DOS_MAGIC) return undefined;
  const at = view.getUint32(PE_OFFSET_AT, true);
  if (at + 6 > view.byteLength || view.getUint32(at) !== PE_MAGIC) return undefined;
  const arch = MACHINES.get(view.getUint16(at + 4, true));
  return arch === undefined ? undefined : { format: 'pe', os: 'windows', arches: [arch] };
}
