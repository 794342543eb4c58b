const TAB_WIDTH = 8;

// Escape sequences of ECMA-48: CSI, OSC (links, titles; unterminated ones end with their line), DCS/SOS/PM/APC strings,
// two-character escapes, and the one-byte CSI. No two alternatives can match the same text, so matching is linear.
const ESCAPES =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b\][^\u0007\u001b\n]*(?:\u0007|\u001b\\)?|\u001b[PX^_][^\u001b\n]*(?:\u001b\\)?|\u001b[ -/]*[0-~]?/g;

// Everything below U+0020 but tab, line feed and backspace, DEL to U+009F, and the byte order mark.
const CONTROLS = /[\u0000-\u0007\u000b-\u001f\u007f-\u009f\ufeff]/g;

/**
 * The text of a help page as every reader of this library expects it: UTF-8 (invalid bytes become U+FFFD), LF line ends,
 * no terminal escape sequences, no overstrikes, no tabs, no other control characters, no blanks at line ends, and one
 * final LF unless it is empty. Never throws.
 */
export function normalizeHelpText(bytes: Uint8Array): string {
  return normalizeText(new TextDecoder('utf-8').decode(bytes));
}

/** The same for text that is decoded already; applying it twice changes nothing. */
export function normalizeText(text: string): string {
  const plain = text
    .replace(/\r+\n?/g, '\n')
    .replace(ESCAPES, '')
    .replace(CONTROLS, '');
  const lines = plain.split('\n').map((line) => expandTabs(overstrike(line)).trimEnd());
  const body = lines.join('\n').trimEnd();
  return body === '' ? '' : `${body}\n`;
}

// `X\bX` is how bold is written for a teletype, `_\bX` how underlining is: the later character stays.
function overstrike(line: string): string {
  if (!line.includes('\b')) return line;
  const kept: string[] = [];
  for (const character of line) {
    if (character === '\b') kept.pop();
    else kept.push(character);
  }
  return kept.join('');
}

function expandTabs(line: string): string {
  if (!line.includes('\t')) return line;
  let column = 0;
  return line
    .split('\t')
    .map((part, index, parts) => {
      column += part.length;
      if (index === parts.length - 1) return part;
      const fill = TAB_WIDTH - (column % TAB_WIDTH);
      column += fill;
      return part + ' '.repeat(fill);
    })
    .join('');
}
