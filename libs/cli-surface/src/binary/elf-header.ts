import type { ExecutableHeader } from './executable-header';

const MAGIC = 0x7f454c46;
const PT_INTERP = 3;

const MACHINES: ReadonlyMap<number, string> = new Map([
  [0x03, 'i686'],
  [0x15, 'powerpc64'],
  [0x16, 's390x'],
  [0x28, 'arm'],
  [0x3e, 'x86_64'],
  [0xb7, 'aarch64'],
  [0xf3, 'riscv64'],
  [0x102, 'loongarch64'],
]);

/** Offsets that differ between the two classes of ELF files. */
interface Layout {
  readonly phoff: number;
  readonly phentsize: number;
  readonly phnum: number;
  readonly segmentOffset: number;
  readonly segmentSize: number;
  readonly wide: boolean;
}

const CLASSES: ReadonlyMap<number, Layout> = new Map([
  [1, { phoff: 28, phentsize: 42, phnum: 44, segmentOffset: 4, segmentSize: 16, wide: false }],
  [2, { phoff: 32, phentsize: 54, phnum: 56, segmentOffset: 8, segmentSize: 32, wide: true }],
]);

/** Reads an ELF header (System V ABI, generic part, chapters 4 and 5). */
export function readElfHeader(view: DataView): ExecutableHeader | undefined {
  if (view.byteLength < 64 || view.getUint32(0) !== MAGIC) return undefined;
  const layout = CLASSES.get(view.getUint8(4));
  const little = view.getUint8(5) === 1;
  const arch = MACHINES.get(view.getUint16(18, little));
  if (layout === undefined || arch === undefined) return undefined;
  const interpreter = readInterpreter(view, layout, little);
  return { format: 'elf', os: osOf(view.getUint8(7), interpreter), arches: [arch], ...libcOf(interpreter) };
}

function readInterpreter(view: DataView, layout: Layout, little: boolean): string | undefined {
  const read = (at: number) =>
    layout.wide ? Number(view.getBigUint64(at, little)) : view.getUint32(at, little);
  const start = read(layout.phoff);
  const size = view.getUint16(layout.phentsize, little);
  const count = view.getUint16(layout.phnum, little);
  for (let index = 0; index < count; index++) {
    const at = start + index * size;
    if (at + layout.segmentSize + 8 > view.byteLength) return undefined;
    if (view.getUint32(at, little) === PT_INTERP) {
      return textAt(view, read(at + layout.segmentOffset), read(at + layout.segmentSize));
    }
  }
  return undefined;
}

// An interpreter outside the head is still an interpreter, only nameless.
function textAt(view: DataView, offset: number, size: number): string {
  if (offset + size > view.byteLength) return '';
  return String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + offset, size)).replace(
    /\0+$/,
    '',
  );
}

function osOf(abi: number, interpreter: string | undefined): string {
  if (abi === 9) return 'freebsd';
  return interpreter?.includes('/linker') ? 'android' : 'linux';
}

function libcOf(interpreter: string | undefined): Pick<ExecutableHeader, 'libc'> {
  if (interpreter === undefined) return { libc: 'static' };
  if (interpreter.includes('ld-musl')) return { libc: 'musl' };
  if (/\/ld(-linux|64|\.so|-2)/.test(interpreter)) return { libc: 'gnu' };
  return {};
}
