import type { Finding } from '@fixpoint/model';

/** A spec of more bytes is no text that somebody wrote. */
export const MOST_BYTES = 5_000_000;

/** The text of a spec, or why it is none. */
export function decodeText(file: string, bytes: Uint8Array): string | Finding {
  if (bytes.length > MOST_BYTES) return tooLarge(file, bytes.length);
  const text = decode(bytes);
  if (text === undefined || text.includes('\0')) return notUtf8(file, lineOfProblem(bytes));
  return text;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function lineOfProblem(bytes: Uint8Array): number {
  let start = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(10, start);
    const text = decode(bytes.subarray(start, end === -1 ? bytes.length : end));
    if (text === undefined || text.includes('\0') || end === -1) return line;
    start = end + 1;
  }
}

function tooLarge(file: string, bytes: number): Finding {
  return {
    id: 'spec-extract/too-large',
    severity: 'error',
    message: `${file} has ${bytes} bytes; more than ${MOST_BYTES} are not read as a spec`,
    file,
    expected: `at most ${MOST_BYTES} bytes`,
    actual: `${bytes} bytes`,
    fix: `split ${file}, or take it out of "specs.files"`,
  };
}

function notUtf8(file: string, line: number): Finding {
  return {
    id: 'spec-extract/not-utf8',
    severity: 'error',
    message: `${file} is no UTF-8 text: line ${line} has bytes that mean nothing`,
    file,
    position: { line, column: 1 },
    fix: `save ${file} as UTF-8`,
  };
}
