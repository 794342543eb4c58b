import { closeSync, openSync, readSync, statSync } from 'node:fs';

const ELF = '7f454c46';
const MACH_O = ['cffaedfe', 'cefaedfe', 'feedfacf', 'feedface', 'cafebabe', 'cafebabf'];
const SCRIPT = '2321';

/**
 * Whether the kernel cannot run a file by itself. The C library hands such a file to the shell, line by line: a program of
 * another system, a page of HTML or an empty file would be run as a script.
 */
export function isForeignToKernel(file: string, platform: NodeJS.Platform = process.platform): boolean {
  if (platform === 'win32') return false;
  const head = firstBytes(file);
  const known = platform === 'darwin' ? [SCRIPT, ...MACH_O] : [SCRIPT, ELF];
  return head !== undefined && !known.some((magic) => head.startsWith(magic));
}

/** Four bytes in hexadecimal; undefined when the file cannot be read, which is left to the kernel to explain. */
function firstBytes(file: string): string | undefined {
  try {
    if (!statSync(file).isFile()) return undefined;
    const descriptor = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(4);
      return bytes.toString('hex', 0, readSync(descriptor, bytes, 0, 4, 0));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}
