import { bindFile } from './bind-file';
import { emptyFacts } from './facts';
import type { Facts } from './facts';
import { addTo } from './multimap';
import { findOwners } from './owners';
import type { Owners } from './owners';
import type { SourceFile } from './parse-source';
import { bindingOf } from './scope';
import type { Binding, ImportedName } from './scope';
import type { Node } from './syntax';

/** What a name of a module leads to. */
export type Target =
  | { readonly kind: 'node'; readonly node: Node }
  /** A member of a CommonJS module's one exported value. */
  | { readonly kind: 'member'; readonly node: Node; readonly name: string }
  | { readonly kind: 'module'; readonly file: SourceFile }
  | { readonly kind: 'external'; readonly module: string; readonly name: string };

/** All files of a scan, tied together. */
export interface Program {
  readonly facts: Facts;
  readonly owners: Owners;
  /** What an import means; a package stays what it is. */
  resolve(imported: ImportedName, from: SourceFile): Target | undefined;
  /** What a file exports under a name. */
  exported(file: SourceFile, name: string): Target | undefined;
  /** Names by which files take something of that name from another module. */
  importsNamed(name: string): readonly Binding[];
  /** The names by which other files import what stands at a node. */
  importersOf(exported: Binding | Node): readonly Binding[];
}

/** A chain of re-exports longer than this leads in a circle. */
const MAX_HOPS = 32;

export function createProgram(files: readonly SourceFile[]): Program {
  const facts = emptyFacts();
  for (const file of files) bindFile(file, facts);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const links = createLinks(facts, byPath);
  const byName = new Map<string, Binding[]>();
  for (const binding of facts.imports) addTo(byName, binding.imported?.name, binding);
  let importers: ReadonlyMap<Binding | Node, readonly Binding[]> | undefined;
  return {
    facts,
    owners: findOwners(facts),
    resolve: (imported, from) => links.resolve(imported, from, 0),
    exported: (file, name) => links.exported(file, name, 0),
    importsNamed: (name) => byName.get(name) ?? [],
    importersOf(exported) {
      importers ??= importersByTarget(facts, links);
      return importers.get(exported) ?? [];
    },
  };
}

interface Links {
  resolve(imported: ImportedName, from: SourceFile, hops: number): Target | undefined;
  exported(file: SourceFile, name: string, hops: number): Target | undefined;
}

function createLinks(facts: Facts, byPath: ReadonlyMap<string, SourceFile>): Links {
  const links: Links = {
    resolve({ module, name }, from, hops) {
      if (!module.startsWith('.')) return { kind: 'external', module, name: name === '*' ? '' : name };
      const file = findModule(module, from.path, byPath);
      return file && links.exported(file, name, hops + 1);
    },
    exported(file, name, hops) {
      const names = facts.exports.get(file);
      if (hops > MAX_HOPS) return undefined;
      if (name === '*') return { kind: 'module', file };
      const own = names?.get(name);
      if (own?.kind === 'own') return { kind: 'node', node: own.node };
      if (own) return links.resolve(own, file, hops);
      const whole = names?.get('=');
      if (whole?.kind === 'own') {
        if (name === 'default') return { kind: 'node', node: whole.node };
        return { kind: 'member', node: whole.node, name };
      }
      return name === 'default' ? { kind: 'module', file } : passedOn(file, name, hops);
    },
  };
  const passedOn = (file: SourceFile, name: string, hops: number): Target | undefined => {
    for (const [key, all] of facts.exports.get(file) ?? []) {
      if (!key.startsWith('*') || all.kind !== 'from') continue;
      const target = links.resolve({ module: all.module, name }, file, hops);
      if (target && target.kind !== 'external') return target;
    }
    return undefined;
  };
  return links;
}

/** Finds `./x` as Node and TypeScript would: as it is, with another extension, or as a directory's index. */
function findModule(
  specifier: string,
  from: string,
  byPath: ReadonlyMap<string, SourceFile>,
): SourceFile | undefined {
  const path = joinPath(from, specifier);
  const stem = path.replace(/\.[cm]?[jt]sx?$/, '');
  const extensions = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs'];
  const candidates = [
    path,
    ...[stem, path, `${path}/index`].flatMap((base) => extensions.map((e) => `${base}.${e}`)),
  ];
  for (const candidate of candidates) {
    const file = byPath.get(candidate);
    if (file) return file;
  }
  return undefined;
}

function joinPath(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const segment of specifier.split('/')) {
    if (segment === '..') parts.pop();
    else if (segment !== '.' && segment !== '') parts.push(segment);
  }
  return parts.join('/');
}

function importersByTarget(facts: Facts, links: Links): ReadonlyMap<Binding | Node, readonly Binding[]> {
  const importers = new Map<Binding | Node, Binding[]>();
  for (const binding of facts.imports) {
    const target = links.resolve(binding.imported as ImportedName, binding.file, 0);
    if (target?.kind === 'node') addTo(importers, bindingOf(target.node) ?? target.node, binding);
  }
  return importers;
}
