import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type LoadedModule, type ModulePort, type PackagePort, ToolError } from '@fixpoint/model';
import { createPackagePort } from './package-port';

/** What `require` says of a module that only `import` can load. */
const ONLY_IMPORT = new Set(['ERR_REQUIRE_ESM', 'ERR_REQUIRE_ASYNC_MODULE']);

/** Conditions of `exports` under which a package offers itself to `import`, in the order of Node. */
const CONDITIONS = ['node', 'import', 'module-sync', 'default'];

/** Packages as Node finds them, CommonJS or ES modules; an ES module is imported where this Node cannot require it. */
export function createModulePort(packages: PackagePort = createPackagePort()): ModulePort {
  return {
    async load(name, fromDirectory = __dirname) {
      const found = await packages.find(name, resolve(fromDirectory));
      if (found === undefined) return undefined;
      try {
        return { version: found.version, module: await loadFrom(name, found.directory, fromDirectory) };
      } catch (cause) {
        throw new ToolError(`${name} ${found.version} is installed and does not load: ${messageOf(cause)}`, {
          cause,
          fix: `npm install ${name}@${found.version} (see what its installation reports)`,
        });
      }
    },
  };
}

async function loadFrom(
  name: string,
  directory: string,
  fromDirectory: string,
): Promise<LoadedModule['module']> {
  const require = nodeRequire(join(resolve(fromDirectory), 'index.js'));
  const path = entryOf(require, name, directory);
  try {
    return require(path) as LoadedModule['module'];
  } catch (error) {
    if (!ONLY_IMPORT.has(codeOf(error))) throw error;
    return (await import(pathToFileURL(path).href)) as LoadedModule['module'];
  }
}

// A test runner that replaces `require` by one of its own cannot load ES modules with it; Node's own is asked for where there is a way.
function nodeRequire(file: string): NodeJS.Require {
  const builtin = process.getBuiltinModule?.('node:module') as { createRequire: typeof createRequire };
  return (builtin ?? { createRequire }).createRequire(file);
}

function entryOf(require: NodeJS.Require, name: string, directory: string): string {
  try {
    return require.resolve(name);
  } catch (error) {
    if (codeOf(error) !== 'ERR_PACKAGE_PATH_NOT_EXPORTED') throw error;
    const manifest: unknown = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
    const target = mainTarget((manifest as { exports?: unknown }).exports);
    if (target === undefined) throw error;
    return resolve(dirname(join(directory, 'package.json')), target);
  }
}

function mainTarget(exports: unknown): string | undefined {
  if (typeof exports === 'string') return exports;
  if (Array.isArray(exports)) return exports.map(mainTarget).find((target) => target !== undefined);
  if (typeof exports !== 'object' || exports === null) return undefined;
  const table = exports as Readonly<Record<string, unknown>>;
  if (table['.'] !== undefined) return mainTarget(table['.']);
  const condition = Object.keys(table).find((key) => CONDITIONS.includes(key));
  return condition && mainTarget(table[condition]);
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code);
}

function messageOf(cause: unknown): string {
  return String(cause instanceof Error ? cause.message : cause).split('\n')[0] as string;
}
