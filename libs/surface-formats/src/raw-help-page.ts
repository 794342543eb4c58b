import { createHash } from 'node:crypto';

const PREFIX_LENGTH = 40;

/**
 * Where a command's page is captured, below the directory of its version and target: `help.txt` for the tool itself,
 * `commands/<token>/…/help.txt` for a command (parity contract §2.3).
 */
export function nestedHelpPage(command: readonly string[]): string {
  return command.length === 0 ? 'help.txt' : ['commands', ...command, 'help.txt'].join('/');
}

/**
 * The same with one directory per command, whose length has a bound: `commands/<tokens>__<sha256 of the path>/help.txt`
 * (parity contract §3).
 */
export function hashedHelpPage(command: readonly string[]): string {
  if (command.length === 0) return 'help.txt';
  const hash = createHash('sha256').update(command.join('\u001f')).digest('hex');
  return `commands/${directoryPrefix(command)}__${hash}/help.txt`;
}

function directoryPrefix(command: readonly string[]): string {
  const joined = command.join('-');
  const prefix = joined.length > PREFIX_LENGTH ? joined.slice(0, PREFIX_LENGTH).replace(/-+$/, '') : joined;
  return prefix === '' ? 'cmd' : prefix;
}
