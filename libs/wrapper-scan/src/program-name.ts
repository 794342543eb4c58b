import type { TextValue, Value } from './value';

/** Programs that start another one, named by one of their arguments. */
export interface Launcher {
  /** Words of which one has to come first (`npm exec`, `pnpm dlx`). */
  readonly verbs?: readonly string[];
  /** The program comes as the text of a shell line. */
  readonly shell?: boolean;
}

const LAUNCHERS: ReadonlyMap<string, Launcher> = new Map<string, Launcher>([
  ...[
    'node',
    'bun',
    'deno',
    'tsx',
    'ts-node',
    'npx',
    'bunx',
    'pnpx',
    'env',
    'sudo',
    'nice',
    'nohup',
    'wsl',
  ].map((name): [string, Launcher] => [name, {}]),
  ['npm', { verbs: ['exec', 'x'] }],
  ['pnpm', { verbs: ['exec', 'dlx'] }],
  ['yarn', { verbs: ['exec', 'dlx', 'run'] }],
  ...['sh', 'bash', 'zsh', 'cmd', 'powershell', 'pwsh'].map((name): [string, Launcher] => [
    name,
    { shell: true },
  ]),
]);

export function launcherNamed(name: string): Launcher | undefined {
  return LAUNCHERS.get(name);
}

/** The name under which a value starts a program; undefined when it is only known at run time. */
export function programName(value: Value): string | undefined {
  if (value.kind === 'external' && value.name === 'process.execPath') return 'node';
  return value.kind === 'text' ? nameIn(value) : undefined;
}

function nameIn(text: TextValue): string | undefined {
  let end = '';
  for (const part of text.parts) {
    if (part.kind === 'static') end += part.text;
    else end = '\0';
  }
  const name = end.split(/[\\/]/).at(-1) as string;
  return name.includes('\0') || name === '' ? undefined : bareName(name);
}

/** A name without what systems and packages add to it. */
function bareName(name: string): string {
  return name.replace(/(.)@[^/]*$/, '$1').replace(/\.(exe|cmd|bat|ps1|[cm]?[jt]s)$/i, '');
}

/** The names to compare with, in the form that `programName` gives. */
export function programNames(names: readonly string[] | undefined): ReadonlySet<string> | undefined {
  return names && new Set(names.map((name) => bareName(name.split('/').at(-1) as string)));
}
