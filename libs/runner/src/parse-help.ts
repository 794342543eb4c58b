import { basename, dirname, relative, resolve } from 'node:path';
import {
  isHelpText,
  locatePages,
  normalizeHelpText,
  type PagePlace,
  type PageRecord,
  parseHelpPage,
  toPageRecord,
} from '@fixpoint/help-parser';
import { ConfigError, EXIT_CODES, type FilePort, ToolError } from '@fixpoint/model';
import { createFilePort } from '@fixpoint/workspace-io';

/** Help pages to read: some files, or a directory of them. */
export interface ParseHelpRequest {
  /** Absolute directory that relative paths are meant from. */
  readonly base: string;
  readonly files?: readonly string[];
  /** A tree of pages as `locatePages` of the help parser knows it. */
  readonly directory?: string;
  /** The program's name; for a directory, the tool's directory names it. */
  readonly program?: string;
  /** The command's path, for one file. */
  readonly path?: readonly string[];
  /** A dialect id or `auto`. */
  readonly dialect?: string;
}

/** A page read from one of several files. */
export interface FilePageRecord extends PageRecord {
  /** The file as it was named, or its path below the directory. */
  readonly file: string;
  /** The program, null when neither the caller nor the directory names it. */
  readonly tool: string | null;
}

/** What was read, and what could not be. */
export interface ParseHelpResult {
  /** JSON with a final LF: one object for one file, an array otherwise; absent when there is nothing to print. */
  readonly output?: string;
  readonly problems: readonly string[];
  readonly exitCode: number;
}

interface PageFile extends Omit<PagePlace, 'tool'> {
  readonly tool?: string;
  readonly read: () => Promise<Uint8Array | undefined>;
}

/**
 * Reads help pages and prints what each gives. A file that cannot be read or is no help page is a problem (exit code 3), and
 * the others are printed all the same; a request that makes no sense is refused whole (exit code 2). Never throws.
 */
export async function parseHelp(request: ParseHelpRequest): Promise<ParseHelpResult> {
  try {
    const files = await pageFiles(request);
    const read = [];
    for (const file of files) read.push(await readPage(file, request));
    return toResult(read, request);
  } catch (error) {
    if (error instanceof ConfigError)
      return { problems: [`error: ${error.message}`], exitCode: EXIT_CODES.usage };
    if (error instanceof ToolError)
      return { problems: [`error: ${error.message}`], exitCode: EXIT_CODES.environment };
    throw error;
  }
}

function toResult(
  read: readonly (FilePageRecord | string)[],
  { directory }: ParseHelpRequest,
): ParseHelpResult {
  const problems = read.filter((page) => typeof page === 'string');
  const pages = read.filter((page) => typeof page !== 'string');
  const isSingle = directory === undefined && read.length === 1;
  const output = isSingle ? singlePage(pages[0]) : `${JSON.stringify(pages, null, 2)}\n`;
  return {
    ...(output !== undefined && { output }),
    problems,
    exitCode: problems.length > 0 ? EXIT_CODES.environment : EXIT_CODES.clean,
  };
}

function singlePage(page: FilePageRecord | undefined): string | undefined {
  if (page === undefined) return undefined;
  const { file: _file, tool: _tool, ...record } = page;
  return `${JSON.stringify(record, null, 2)}\n`;
}

async function pageFiles(request: ParseHelpRequest): Promise<PageFile[]> {
  const { files = [], directory, path } = request;
  if (files.length > 0 === (directory !== undefined))
    throw new ConfigError('name the files of help pages, or a directory of them with --dir, and not both');
  if (path !== undefined && files.length !== 1)
    throw new ConfigError(
      'a path belongs to one file; the pages of a directory have theirs from their file names',
    );
  if (directory !== undefined) return directoryFiles(resolve(request.base, directory), directory);
  return files.map((file) => ({
    file,
    tool: request.program,
    path: path ?? [],
    read: () => openFile(request.base, file),
  }));
}

async function directoryFiles(absolute: string, name: string): Promise<PageFile[]> {
  const port: FilePort = createFilePort(absolute);
  const listed = await port.list(['**/*.txt', '**/_meta.json']);
  const places = locatePages(listed, basename(absolute));
  if (places.length === 0)
    throw new ToolError(
      `${name} holds no help pages: a page is a file <command>.txt, the root's is _root.txt`,
    );
  return places.map((place) => ({ ...place, read: () => port.readBytes(place.file) }));
}

async function openFile(base: string, file: string): Promise<Uint8Array | undefined> {
  const absolute = resolve(base, file);
  const directory = dirname(absolute);
  return createFilePort(directory).readBytes(relative(directory, absolute));
}

async function readPage(page: PageFile, request: ParseHelpRequest): Promise<FilePageRecord | string> {
  const bytes = await readBytes(page);
  if (typeof bytes === 'string') return bytes;
  const text = normalizeHelpText(bytes);
  if (text === '') return `error: ${page.file} is empty`;
  if (!isHelpText(text))
    return `error: ${page.file} is not a help page: it has no usage line and no table of flags`;
  const program = request.program ?? page.tool;
  const parsed = parseHelpPage(text, {
    path: page.path,
    ...(program !== undefined && { program }),
    dialect: request.dialect ?? 'auto',
  });
  return { file: page.file, tool: program ?? null, ...toPageRecord(parsed, page.path) };
}

async function readBytes({ file, read }: PageFile): Promise<Uint8Array | string> {
  try {
    return (await read()) ?? `error: ${file} does not exist`;
  } catch (error) {
    if (error instanceof ToolError) return `error: ${file}: ${error.message}`;
    throw error;
  }
}
