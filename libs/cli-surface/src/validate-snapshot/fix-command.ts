import type { Manifest } from '@fixpoint/surface-formats';

/** What a repair applies to. */
export interface FixScope {
  readonly root: string;
  readonly version?: string;
  readonly target?: string;
}

/** The command line that repairs a derivation, quoted so that it can be pasted into a shell. */
export function fixCommand(name: string, { root, version, target }: FixScope): string {
  const options = [
    ['--root', root === '' ? '.' : root],
    ['--version', version],
    ['--target', target],
  ] as const;
  return [
    'fixpoint',
    name,
    ...options.flatMap(([key, value]) => (value === undefined ? [] : [key, quote(value)])),
  ].join(' ');
}

/** The command that measures one target again. */
export function remeasure(manifest: Manifest, version: string, target: string): string {
  return fixCommand('snapshot', { root: manifest.root, version, target });
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
