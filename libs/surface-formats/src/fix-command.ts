/** What a repair applies to; what is left out is not said. */
export interface FixScope {
  readonly root: string;
  readonly version?: string;
  readonly target?: string;
}

/**
 * A command line that can be pasted as it stands; `version` is that of the scope unless another one is given.
 *
 * @req FP-DIAG-001
 */
export function fixCommand(
  name: string,
  { root, version: scoped, target }: FixScope,
  version: string | undefined = scoped,
): string {
  const options = [
    ['--root', root === '' ? '.' : root],
    ['--version', version],
    ['--target', target],
  ] as const;
  const words = options.flatMap(([key, value]) => (value === undefined ? [] : [key, shellWord(value)]));
  return ['fixpoint', name, ...words].join(' ');
}

/** A word as a POSIX shell reads it, quoted only where it must be. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
