/**
 * How a function that starts a program takes its arguments:
 *
 * - `argv`: `(program, arguments, options)`
 * - `line`: the same, but the program may come with arguments of its own in one string
 * - `shell`: one string for a shell
 * - `vector`: one list with the program first, alone or as `cmd` of an object
 * - `record`: one object with `command` and `args`
 * - `options`: the program, then an object with `args`
 */
export type SpawnShape = 'argv' | 'line' | 'shell' | 'vector' | 'record' | 'options';

const ALL: Readonly<Record<SpawnShape, readonly string[]>> = {
  argv: [
    'child_process:spawn spawnSync execFile execFileSync fork',
    'cross-spawn:default spawn sync',
    'execa:default execa execaSync execaNode node sync',
    'nano-spawn:default spawn',
    'tinyexec:x exec',
    'tinyspawn:default spawn',
    'node-pty:spawn',
    '@lydell/node-pty:spawn',
    '@npmcli/promise-spawn:default',
    '@expo/spawn-async:default',
    'spawndamnit:spawn',
    'foreground-child:foregroundChild foreground default',
    'promisify-child-process:spawn execFile fork',
    'child-process-promise:spawn execFile fork',
  ],
  line: ['@actions/exec:exec getExecOutput'],
  shell: [
    'child_process:exec execSync',
    'execa:execaCommand execaCommandSync command commandSync',
    'shelljs:exec',
    'promisify-child-process:exec',
    'child-process-promise:exec',
    'execa:$',
    'zx:$',
    'bun:$',
    'global:Bun.$',
  ],
  vector: ['bun:spawn spawnSync', 'global:Bun.spawn Bun.spawnSync', 'global:Deno.run'],
  record: [
    '@modelcontextprotocol/sdk/client/stdio:StdioClientTransport',
    '@modelcontextprotocol/sdk/client/stdio.js:StdioClientTransport',
  ],
  options: ['global:Deno.Command'],
};

const SHAPES: ReadonlyMap<string, SpawnShape> = new Map(
  Object.entries(ALL).flatMap(([shape, rows]) =>
    rows.flatMap((row) => {
      const [module, names] = splitOnce(row);
      return names.split(' ').map((name) => [`${module}:${name}`, shape as SpawnShape] as const);
    }),
  ),
);

function splitOnce(row: string): [string, string] {
  const at = row.lastIndexOf(':');
  return [row.slice(0, at), row.slice(at + 1)];
}

/** How a function of a module starts programs, if it does. */
export function shapeOf(module: string, name: string): SpawnShape | undefined {
  const own = name.replace(/^default\.?/, '');
  return SHAPES.get(`${module.replace(/^node:/, '')}:${own === '' ? 'default' : own}`);
}

const MODULES: ReadonlySet<string> = new Set([...SHAPES.keys()].map((row) => splitOnce(row)[0]));

/** Whether a module has functions that start programs. */
export function isSpawnModule(module: string): boolean {
  return MODULES.has(module.replace(/^node:/, ''));
}

const NAMES: ReadonlySet<string> = new Set([...SHAPES.keys()].map((row) => splitOnce(row)[1]));

/** Whether some module has a function of that name that starts programs. */
export function isSpawnFunctionName(name: string): boolean {
  return NAMES.has(name);
}

/** What functions are called that start programs, for those whose definition is not in sight. */
export const SPAWN_NAMES: ReadonlySet<string> = new Set(
  'spawn spawnSync execFile execFileSync execa execaSync crossSpawn'.split(' '),
);
