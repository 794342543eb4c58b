import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { locatePages, type PagePlace } from '@fixpoint/help-parser';

/** Where the pages of the checks lie, beside the repository. */
export const DEFAULT_CORPUS = join(__dirname, '../../../../shared/data/help');

/** Pages that were recorded for this repository, committed in the same layout. */
export const RECORDINGS = join(__dirname, '../fixtures');

/** A tool of the corpus. */
export interface CorpusTool {
  readonly tool: string;
  /** Its pages and its truth are among {@link RECORDINGS}. */
  readonly recorded?: true;
  /** How far the truth can be trusted; null where there is none. */
  readonly grade: 'A' | 'B' | 'C' | null;
  readonly framework: string;
  readonly pages: readonly CorpusPage[];
  readonly truth?: Truth;
}

/** A page of the corpus. */
export interface CorpusPage extends PagePlace {
  readonly read: () => Uint8Array;
}

/** A tool's surface from another source than its help. */
export interface Truth {
  readonly reliability: string;
  readonly commands: readonly TrueCommand[];
}

/** A command of the truth. */
export interface TrueCommand {
  readonly path: readonly string[];
  readonly flags: readonly string[];
  /** The source could not ask this command. */
  readonly unsupported?: boolean;
  readonly subcommands?: readonly string[];
  readonly subcommand_aliases?: Readonly<Record<string, readonly string[]>>;
}

interface IndexRow {
  readonly tool: string;
  readonly grade: CorpusTool['grade'];
  readonly framework?: string;
}

/** The tools of the recordings, and of the corpus where it is there. */
export function readAll(): {
  readonly corpus: readonly CorpusTool[] | undefined;
  readonly recorded: readonly CorpusTool[];
} {
  const recorded = readCorpus(RECORDINGS) ?? [];
  return {
    corpus: readCorpus(DEFAULT_CORPUS),
    recorded: recorded.map((tool) => ({ ...tool, recorded: true })),
  };
}

/** Reads a corpus: `pages/`, `truth/` and `index.json`. Undefined when the directory is not there. */
export function readCorpus(directory: string): readonly CorpusTool[] | undefined {
  if (!existsSync(join(directory, 'index.json'))) return undefined;
  const rows = readJson(join(directory, 'index.json')) as readonly IndexRow[];
  return rows.map((row) => readTool(directory, row));
}

function readTool(directory: string, { tool, grade, framework }: IndexRow): CorpusTool {
  const pages = join(directory, 'pages', tool);
  const meta = readJson(join(pages, '_meta.json')) as { readonly framework?: string } | undefined;
  const truth = readJson(join(directory, 'truth', `${tool}.json`)) as Truth | undefined;
  const places = locatePages(filesBelow(pages), tool);
  return {
    tool,
    grade,
    framework: framework ?? meta?.framework ?? '',
    pages: places.map((place) => ({ ...place, read: () => readFileSync(join(pages, place.file)) })),
    ...(truth !== undefined && grade !== null && { truth }),
  };
}

function readJson(file: string): unknown {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : undefined;
}

function filesBelow(directory: string): string[] {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => statSync(join(directory, file)).isFile()).sort();
}
