const FLAG_ENDS = /[\s,;:=<>[\](){}|/'"`│]+/;
const DECORATION = /^(?:[\s│|*•$>-]|(?:usage|or):)+/iu;
const NAMES = /^[\p{L}\p{N}][\p{L}\p{N}_.:+@-]*(?:(?:, ?|\|)[\p{L}\p{N}][\p{L}\p{N}_.:+@-]*)*/u;
const LIST = /^[\p{L}\p{N}_.:+@-]+(?:, ?[\p{L}\p{N}_.:+@-]+)+,?$/u;
const BRACES = /\{([^{}\s]+)\}/g;

/**
 * Whether a page shows a flag: it stands as a word anywhere, prose and examples included, so that nothing that could have
 * been read counts as unknowable. `--[no-]x` and `--x[=v]` show `--no-x` and `--x`.
 */
export function shownFlags(text: string): (flag: string) => boolean {
  const words = new Set<string>();
  for (const variant of [text, text.replaceAll(/\[no-?\]/g, 'no-'), text.replaceAll(/\[no-?\]/g, '')])
    for (const word of variant.split(FLAG_ENDS))
      if (word.startsWith('-')) words.add(word.replace(/\.+$/, ''));
  return (flag) => words.has(flag);
}

/** Whether a page shows a command: it is among the names a line begins with, in a list of names, or between braces. */
export function shownCommands(text: string, usageWords: readonly string[]): (command: string) => boolean {
  const words = new Set<string>();
  const add = (names: string): void => {
    for (const name of names.split(/, ?|\|/)) words.add(name.replace(/:$/, ''));
  };
  const prefix = new Set(usageWords);
  for (const line of text.split('\n')) {
    const bare = line.replace(DECORATION, '');
    add(NAMES.exec(bare)?.[0] ?? '');
    const behind = bare.split(/\s+/);
    const first = behind.findIndex((word) => !prefix.has(word));
    if (first > 0) add(NAMES.exec(behind[first] as string)?.[0] ?? '');
    if (LIST.test(bare)) add(bare);
  }
  for (const [, inner] of text.matchAll(BRACES)) add(inner as string);
  return (command) => words.has(command);
}
