import type { UsageBlock } from '../../usage/usage-block';

// A command without a name of its own is shown by the path of the executable, another on every machine.
const EXECUTABLE = /^\/\S*\/\S+$/;

/**
 * The usage block without backticks, and its form with the program's own way to name the commands, `a|b|c`, replaced by a
 * place for one. A page names only the command above and its own: the rest of the path is put before it.
 */
export function cittyUsage(
  usage: UsageBlock,
  commands: readonly string[],
  path: readonly string[],
): UsageBlock {
  const lines = usage.lines.map((line) => plainWords(line, path).join(' '));
  const forms = usage.forms.map((form) => fullForm(plainWords(form, path), commands, path));
  return { ...usage, lines, forms };
}

function plainWords(line: string, path: readonly string[]): string[] {
  const name = path.at(-1);
  const words = line.replaceAll('`', '').split(/\s+/);
  return name === undefined ? words : words.map((word) => (EXECUTABLE.test(word) ? name : word));
}

function fullForm(words: string[], commands: readonly string[], path: readonly string[]): string {
  const last = words.at(-1)?.split('|') ?? [];
  if (commands.length > 0 && last.every((word) => commands.includes(word))) words.splice(-1, 1, '[COMMAND]');
  const named = path.slice(-2);
  const isCut = path.length > named.length && named.every((word, index) => words[index] === word);
  return [...(isCut ? path.slice(0, -2) : []), ...words].join(' ');
}
