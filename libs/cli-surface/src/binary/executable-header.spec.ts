import fc from 'fast-check';
import { describeHeader, isScript, readExecutableHeader } from './executable-header';

const PT_INTERP = 3;

interface ElfOptions {
  readonly machine?: number;
  readonly interpreter?: string;
  readonly wide?: boolean;
  readonly little?: boolean;
  readonly abi?: number;
  /** Where the interpreter's name begins. */
  readonly nameAt?: number;
}

function elf(options: ElfOptions = {}): Uint8Array {
  const { machine = 0x3e, interpreter, wide = true, little = true, abi = 0, nameAt = 256 } = options;
  const bytes = new Uint8Array(512);
  const view = new DataView(bytes.buffer);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, wide ? 2 : 1, little ? 1 : 2, 1, abi]);
  view.setUint16(18, machine, little);
  if (interpreter === undefined) return bytes;
  const segment = { start: 128, size: wide ? 56 : 32 };
  const put = (at: number, value: number) =>
    wide ? view.setBigUint64(at, BigInt(value), little) : view.setUint32(at, value, little);
  put(wide ? 32 : 28, segment.start);
  view.setUint16(wide ? 54 : 42, segment.size, little);
  view.setUint16(wide ? 56 : 44, 1, little);
  view.setUint32(segment.start, PT_INTERP, little);
  put(segment.start + (wide ? 8 : 4), nameAt);
  put(segment.start + (wide ? 32 : 16), interpreter.length + 1);
  if (nameAt < 400) bytes.set(new TextEncoder().encode(`${interpreter}\0`), nameAt);
  return bytes;
}

function mach(...cpus: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(8 + cpus.length * 20);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0xcafebabe);
  view.setUint32(4, cpus.length);
  cpus.forEach((cpu, index) => view.setUint32(8 + index * 20, cpu));
  return bytes;
}

function thinMach(cpu: number): Uint8Array {
  const bytes = new Uint8Array(32);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0xfeedfacf, true);
  view.setUint32(4, cpu, true);
  return bytes;
}

function pe(machine: number, at = 0x80): Uint8Array {
  const bytes = new Uint8Array(256);
  const view = new DataView(bytes.buffer);
  bytes.set([0x4d, 0x5a]);
  view.setUint32(0x3c, at, true);
  bytes.set([0x50, 0x45, 0, 0], at);
  view.setUint16(at + 4, machine, true);
  return bytes;
}

describe('readExecutableHeader', () => {
  it.each([
    ['static', elf(), { os: 'linux', arches: ['x86_64'], libc: 'static' }],
    [
      'gnu',
      elf({ interpreter: '/lib64/ld-linux-x86-64.so.2' }),
      { os: 'linux', arches: ['x86_64'], libc: 'gnu' },
    ],
    [
      'musl',
      elf({ interpreter: '/lib/ld-musl-x86_64.so.1' }),
      { os: 'linux', arches: ['x86_64'], libc: 'musl' },
    ],
    [
      'aarch64',
      elf({ machine: 0xb7, interpreter: '/lib/ld-linux-aarch64.so.1' }),
      { os: 'linux', arches: ['aarch64'], libc: 'gnu' },
    ],
    [
      'android',
      elf({ machine: 0xb7, interpreter: '/system/bin/linker64' }),
      { os: 'android', arches: ['aarch64'] },
    ],
    [
      '32 bit',
      elf({ machine: 0x28, wide: false, interpreter: '/lib/ld-linux.so.3' }),
      { os: 'linux', arches: ['arm'], libc: 'gnu' },
    ],
    [
      'big endian',
      elf({ machine: 0x16, little: false, interpreter: '/lib/ld64.so.1' }),
      { os: 'linux', arches: ['s390x'], libc: 'gnu' },
    ],
    ['freebsd', elf({ abi: 9, interpreter: '/libexec/ld-elf.so.1' }), { os: 'freebsd', arches: ['x86_64'] }],
  ])('reads ELF: %s', (_, bytes, expected) => {
    expect(readExecutableHeader(bytes)).toEqual({ format: 'elf', ...expected });
  });

  it('knows that a program is dynamic although the name of its interpreter lies outside the head', () => {
    const header = readExecutableHeader(elf({ interpreter: '/lib64/ld-linux-x86-64.so.2', nameAt: 100_000 }));
    expect(header).toEqual({ format: 'elf', os: 'linux', arches: ['x86_64'] });
  });

  it('reads thin and universal Mach-O', () => {
    expect(readExecutableHeader(thinMach(0x0100000c))).toEqual({
      format: 'mach-o',
      os: 'macos',
      arches: ['aarch64'],
    });
    expect(readExecutableHeader(mach(0x01000007, 0x0100000c))?.arches).toEqual(['x86_64', 'aarch64']);
  });

  it('does not take a Java class file for a universal Mach-O file', () => {
    const bytes = new Uint8Array(64);
    new DataView(bytes.buffer).setUint32(0, 0xcafebabe);
    new DataView(bytes.buffer).setUint32(4, 65);
    expect(readExecutableHeader(bytes)).toBeUndefined();
  });

  it('reads PE', () => {
    expect(readExecutableHeader(pe(0x8664))).toEqual({ format: 'pe', os: 'windows', arches: ['x86_64'] });
    expect(readExecutableHeader(pe(0xaa64))?.arches).toEqual(['aarch64']);
    expect(readExecutableHeader(pe(0x8664).subarray(0, 0x82))).toBeUndefined();
  });

  it('finds no header in a script', () => {
    const script = new TextEncoder().encode('#!/bin/sh\necho hello\n');
    expect(readExecutableHeader(script)).toBeUndefined();
    expect(isScript(script)).toBe(true);
    expect(isScript(elf())).toBe(false);
  });

  it('reads a view into a larger buffer at its own offset', () => {
    const larger = new Uint8Array(600);
    larger.set(elf(), 50);
    expect(readExecutableHeader(larger.subarray(50))?.format).toBe('elf');
  });

  it('survives any bytes after any magic', () => {
    const magics = [
      [0x7f, 0x45, 0x4c, 0x46, 2, 1],
      [0xca, 0xfe, 0xba, 0xbe],
      [0xcf, 0xfa, 0xed, 0xfe],
      [0x4d, 0x5a],
      [],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...magics), fc.uint8Array({ maxLength: 200 }), (magic, rest) => {
        const header = readExecutableHeader(Uint8Array.from([...magic, ...rest]));
        return header === undefined || header.arches.length > 0;
      }),
    );
  });

  it('says in words what a file is', () => {
    const header = readExecutableHeader(elf());
    expect(header && describeHeader(header)).toBe('an ELF executable for linux x86_64 (static)');
  });
});
