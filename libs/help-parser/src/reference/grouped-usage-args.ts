import type { SnapshotArg } from '@fixpoint/surface-formats';
import { readBrackets } from './arg-line';
import type { UsageArgsReader } from './reference-form';
import { asciiLower, strip, withoutDots } from './text';

/** The note that marks an argument as read from the usage line. */
export const INFERRED_NOTE = 'inferred from usage';

/**
 * Usage lines with groups and embedded flags, as in `[OPTIONS] <NAME> (--url <URL> | -- <COMMAND>...)`. Only bracketed words
 * are arguments; the first occurrence of a name wins (parity contract §2.6).
 */
export const readGroupedUsageArgs: UsageArgsReader = ({ lines, hasSubcommands }) => {
  const byName = new Map<string, SnapshotArg>();
  for (const word of lines.flatMap(positionalWords)) {
    const arg = readPlaceholder(word);
    if (arg === undefined || byName.has(arg.name)) continue;
    if (hasSubcommands && DISPATCH.includes(arg.name)) continue;
    byName.set(arg.name, arg);
  }
  return [...byName.values()];
};

// Stand for the chosen subcommand and what follows it, not for arguments of the command itself.
const DISPATCH: readonly string[] = ['COMMAND', 'ARGS'];

// Drops flags and the word after each, up to a bare `--`, behind which everything is positional.
function positionalWords(line: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let state: 'plain' | 'after-flag' | 'after-dashes' = 'plain';
  for (const printed of line) {
    const word = strip(printed, '()|');
    if (word === '') continue;
    if (state === 'after-dashes') kept.push(word);
    else if (word === '--') state = 'after-dashes';
    else if (word.startsWith('-') || word.includes('--')) state = 'after-flag';
    else if (state === 'after-flag') state = 'plain';
    else kept.push(word);
  }
  return kept;
}

function readPlaceholder(word: string): SnapshotArg | undefined {
  if (['[options]', 'options'].includes(asciiLower(word))) return undefined;
  const { rest, variadic } = withoutDots(strip(word, ','));
  const placeholder = rest === '[OPTIONS]' ? undefined : readBrackets(rest);
  if (placeholder === undefined || placeholder.name === '') return undefined;
  return { name: placeholder.name, required: placeholder.required, variadic, note: INFERRED_NOTE };
}
