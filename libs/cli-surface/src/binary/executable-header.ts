import { readElfHeader } from './elf-header';
import { readMachHeader } from './mach-header';
import { readPeHeader } from './pe-header';

/** What the first bytes of an executable say about where it runs. */
export interface ExecutableHeader {
  readonly format: 'elf' | 'mach-o' | 'pe';
  /** linux, macos, windows, android or freebsd. */
  readonly os: string;
  /** x86_64, aarch64, …; several for a universal Mach-O file, in file order. */
  readonly arches: readonly string[];
  /** ELF only: the C library by its program interpreter, or `static` where there is no interpreter. */
  readonly libc?: 'gnu' | 'musl' | 'static';
}

/**
 * Reads the header of an ELF, Mach-O or PE executable.
 *
 * @param head the first bytes of the file; 64 KiB are enough for every format
 * @returns undefined for scripts, unknown formats, unknown machines and headers that are cut off
 */
export function readExecutableHeader(head: Uint8Array): ExecutableHeader | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return readElfHeader(view) ?? readMachHeader(view) ?? readPeHeader(view);
}

/** Whether a file names its interpreter on its first line (`#!`). */
export function isScript(head: Uint8Array): boolean {
  return head[0] === 0x23 && head[1] === 0x21;
}

/** A header in words, for messages: `an ELF executable for linux x86_64`. */
export function describeHeader(header: ExecutableHeader): string {
  const name = { elf: 'an ELF', 'mach-o': 'a Mach-O', pe: 'a PE' }[header.format];
  const libc = header.libc === undefined ? '' : ` (${header.libc})`;
  return `${name} executable for ${header.os} ${header.arches.join('+')}${libc}`;
}
