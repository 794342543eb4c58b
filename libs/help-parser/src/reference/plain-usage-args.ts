import type { SnapshotArg } from '@fixpoint/surface-formats';
import type { UsageArgsReader } from './reference-form';
import { asciiLower, stripEnd, stripStart, withoutDots } from './text';

const OPTIONS_PREFIXES = ['[OPTIONS]', '[options]'];
const SKIPPED = new Set([
  '<command>',
  '[command]',
  '<prompt>',
  '[prompt]',
  '<subcommands...>',
  '<subcommand>',
  '[subcommand]',
]);
const DISPATCH = ['command', 'args'];
const NAME = /^[0-9A-Za-z_-]+$/;

/**
 * Usage lines such as `[options] <name> [args...]`. Any word may be an argument, required in angle brackets; square brackets
 * are not taken off, so optional arguments are lost. Names may repeat and carry no note (parity contract §3).
 */
export const readPlainUsageArgs: UsageArgsReader = ({ lines, hasSubcommands }) =>
  lines.flatMap((line) =>
    line.filter((word) => !isSkipped(word, hasSubcommands)).flatMap((word) => readWord(word) ?? []),
  );

function isSkipped(word: string, hasSubcommands: boolean): boolean {
  return (
    OPTIONS_PREFIXES.some((prefix) => word.startsWith(prefix)) ||
    SKIPPED.has(word) ||
    (hasSubcommands && DISPATCH.includes(asciiLower(word)))
  );
}

function readWord(word: string): SnapshotArg | undefined {
  const { rest: name, variadic } = withoutDots(stripEnd(stripStart(word, '<'), '>'));
  if (!NAME.test(name)) return undefined;
  return { name, required: word.startsWith('<') && word.endsWith('>'), variadic };
}
