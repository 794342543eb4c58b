import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReferencePage, type ReferencePage } from '@fixpoint/help-parser';
import { comparePaths, toJsonText } from '@fixpoint/surface-formats';
import type { Produced } from './compare-case';
import { listFiles, type ParityCase, type TextFiles } from './parity-case';
import { referenceToolOf } from './reference-tool-of';

const PAGE = /^(?:commands\/(.+)\/)?help\.txt$/;
const ENTRIES = 'entries.json';
const DEFECTS = 'reference-behaviour.json';

interface PageRecord extends ReferencePage {
  readonly path: readonly string[];
}

/** Reads every page of a transcript. */
export async function runHelpCase({ tool, inputs }: ParityCase): Promise<Produced> {
  const paths = listFiles(inputs).flatMap((file) => {
    const match = PAGE.exec(file);
    return match === null ? [] : [match[1]?.split('/') ?? []];
  });
  const records = paths.map((path): PageRecord => ({ path, ...readPage(inputs, tool, path) }));
  return { files: { [ENTRIES]: toJsonText(records) } };
}

/** The pages alone, without the remarks of the recording and in the order of their paths. */
export function comparablePages(files: TextFiles): TextFiles {
  const records = JSON.parse(files[ENTRIES] ?? '[]') as PageRecord[];
  const sorted = records.sort((a, b) => comparePaths(a.path, b.path));
  const text = toJsonText(sorted.map(({ path, entry, subcommands }) => ({ path, entry, subcommands })));
  return { [ENTRIES]: text };
}

/** Reads a page on which the reference goes wrong: rules version 1 keep what it made of it. */
export async function runHelpBugCase({ tool, inputs }: ParityCase): Promise<Produced> {
  return { files: { [DEFECTS]: toJsonText(readPage(inputs, tool, [])) } };
}

/** What the reference made of the page; what a correct reading is was recorded for other rules than these. */
export function comparableDefects({ [DEFECTS]: text }: TextFiles): TextFiles {
  return text === undefined ? {} : { [DEFECTS]: text };
}

function readPage(inputs: string, tool: string, path: readonly string[]): ReferencePage {
  const directory = path.length === 0 ? [] : ['commands', ...path];
  const text = readFileSync(join(inputs, ...directory, 'help.txt'), 'utf8');
  return parseReferencePage(text, referenceToolOf(tool).form, path);
}
