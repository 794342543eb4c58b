import { parseManPage, type SourceCommand } from '@fixpoint/help-parser';
import type { PackageFile } from '@fixpoint/model';
import { pathKey } from '@fixpoint/surface-formats';
import { basename } from 'node:path/posix';
import type { SurfaceTree } from '../snapshot/surface-tree';
import { readDocuments } from './documents';
import { programName } from './program-name';
import { documentSource } from './document-source';
import type { SourceKind } from './source';

/** Manual pages: prose as help is, so they add and contradict, but do not overrule. */
export const man: SourceKind<'man'> = {
  kind: 'man',
  evidence: 'man',
  overrides: false,
  listsInherited: true,
  guessesCommands: true,
  open: (context) =>
    documentSource(async (tree) => {
      const read = await readDocuments(context, context.config);
      if (!read.ok) return read;
      const program = programName(context.session);
      const commands = read.documents.flatMap((document) => toCommand(document, program, tree));
      return commands.some(({ flags }) => flags.length > 0)
        ? { ok: true, commands }
        : { ok: false, note: 'no page describes a flag' };
    }),
};

function toCommand({ path: file, text }: PackageFile, program: string, tree: SurfaceTree): SourceCommand[] {
  const name = basename(file).replace(/\.\w+(?:\.gz)?$/, '') || program;
  const path = name === program ? [] : commandPath(name, program, tree);
  const flags = parseManPage(text);
  // An empty list says nothing: the page may only point to another.
  return path === undefined
    ? []
    : [{ path, flags, subcommands: [], whole: { flags: flags.length > 0, subcommands: false } }];
}

// `tool-remote-add` may be `remote add` or `remote-add`: the tree tells, longest name first.
function commandPath(name: string, program: string, tree: SurfaceTree): string[] | undefined {
  if (!name.startsWith(`${program}-`)) return undefined;
  return resolve(name.slice(program.length + 1).split('-'), [], tree);
}

function resolve(words: readonly string[], path: readonly string[], tree: SurfaceTree): string[] | undefined {
  if (words.length === 0) return [...path];
  for (let count = words.length; count > 0; count--) {
    const next = [...path, words.slice(0, count).join('-')];
    const found = tree.has(pathKey(next)) ? resolve(words.slice(count), next, tree) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
