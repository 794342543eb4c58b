import { posix } from 'node:path';
import type { Tree } from '@nx/devkit';
import type { CliManifestGeneratorOptions } from './options';

/** Where the executable is found, as the marker of a root says it; undefined when it is only measured elsewhere. */
export function toBinary(tree: Tree, root: string, options: CliManifestGeneratorOptions): object | undefined {
  const { package: name, path, executable, files } = options;
  const places = { package: name, path, executable };
  const given = Object.entries(places).flatMap(([option, value]) => (value === undefined ? [] : [option]));
  if (given.length > 1) throw new Error(`${given.join(' and ')}: the executable is found in one place only`);
  if (name !== undefined) return { package: name, files: files ?? filesOf(tree, name) };
  const found = files === undefined ? {} : { files };
  if (path !== undefined) return { path: posix.relative(root, posix.normalize(path)), ...found };
  if (executable !== undefined) return { command: executable, ...found };
  return files === undefined ? undefined : found;
}

function filesOf(tree: Tree, name: string): string[] {
  const text = tree.read(`node_modules/${name}/package.json`, 'utf-8') ?? '{}';
  const { bin } = JSON.parse(text) as { bin?: string | Readonly<Record<string, string>> };
  const files = typeof bin === 'string' ? [bin] : Object.values(bin ?? {}).slice(0, 1);
  if (files.length > 0) return files.map((file) => posix.normalize(file));
  throw new Error(
    `files: ${name} is not installed or has no bin; name the executable in it, such as --files='bin/${baseOf(name)}'`,
  );
}

function baseOf(name: string): string {
  return name.split('/').at(-1) ?? name;
}
