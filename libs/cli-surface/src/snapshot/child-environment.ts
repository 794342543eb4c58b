import { basename, dirname } from 'node:path';
import type { Ports } from '@fixpoint/model';
import type { ToolConfig } from '@fixpoint/surface-formats';

/** The directories that one child has for itself, both empty when it starts. */
export interface ChildDirectories {
  readonly home: string;
  readonly work: string;
}

/** What every child sees of the machine, found out once. */
export interface MachineEnvironment {
  readonly path: string;
  readonly variables: Readonly<Record<string, string>>;
}

const POSIX_DIRECTORIES = ['/usr/local/bin', '/usr/bin', '/bin'];
// Without these two a child does not even start on Windows.
const NEEDED_ON_WINDOWS = ['SystemRoot', 'ComSpec'];

/**
 * The part of the environment that comes from the machine: the system's own directories and the one that holds Node, which
 * scripts of npm packages name as their interpreter.
 */
export async function readMachineEnvironment(ports: Ports): Promise<MachineEnvironment> {
  const root = ports.machine.env('SystemRoot');
  const node = await ports.binaries.which('node');
  const system = root === undefined ? POSIX_DIRECTORIES : [`${root}\\System32`, root];
  const own = node === undefined ? [] : [dirname(node)];
  return {
    path: [...new Set([...system, ...own])].join(root === undefined ? ':' : ';'),
    variables: Object.fromEntries(
      NEEDED_ON_WINDOWS.flatMap((name) => {
        const value = ports.machine.env(name);
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  };
}

/**
 * The directory for temporary files as the child sees it: its home, spelled so that it can be told from the home in what
 * the child prints. Tools that set up a home (helper programs, caches) spare one that lies among temporary files.
 */
export function temporaryDirectory({ home }: ChildDirectories): string {
  return `${dirname(home)}/./${basename(home)}`;
}

/**
 * The whole environment of one child: nothing in it depends on who runs it or where.
 *
 * @req FP-DET-003
 */
export function childEnvironment(
  tool: ToolConfig,
  machine: MachineEnvironment,
  own: ChildDirectories,
): Record<string, string> {
  const { home } = own;
  const temporary = temporaryDirectory(own);
  return {
    ...machine.variables,
    PATH: machine.path,
    COLUMNS: String(tool.columns),
    NO_COLOR: '1',
    CLICOLOR: '0',
    TERM: 'dumb',
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    HOME: home,
    USERPROFILE: home,
    APPDATA: `${home}/AppData/Roaming`,
    LOCALAPPDATA: `${home}/AppData/Local`,
    XDG_CONFIG_HOME: `${home}/.config`,
    XDG_CACHE_HOME: `${home}/.cache`,
    XDG_DATA_HOME: `${home}/.local/share`,
    XDG_STATE_HOME: `${home}/.local/state`,
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
    ...tool.env,
  };
}
