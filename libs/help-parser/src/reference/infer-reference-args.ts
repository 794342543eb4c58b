import type { SnapshotArg } from '@fixpoint/surface-formats';
import type { ReferenceForm } from './reference-form';
import { words } from './text';

/** A page's usage block and what bounds the reading of it. */
export interface UsageContext {
  readonly usage: string;
  /** The path that was asked for; usage lines that name another are ignored. */
  readonly path: readonly string[];
  readonly hasSubcommands: boolean;
}

/** The arguments that a page's usage lines imply, in order of appearance. */
export function inferReferenceArgs(context: UsageContext, form: ReferenceForm): readonly SnapshotArg[] {
  const lines = context.usage
    .split('\n')
    .map((line) => wordsAfterPath(words(line), form.program, context.path))
    .filter((line) => line !== undefined);
  return form.usageArgs({ lines, hasSubcommands: context.hasSubcommands });
}

function wordsAfterPath(
  line: readonly string[],
  program: string,
  path: readonly string[],
): readonly string[] | undefined {
  const rest = line[0] === program ? line.slice(1) : line;
  return path.every((token, index) => rest[index] === token) ? rest.slice(path.length) : undefined;
}
