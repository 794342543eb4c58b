import type { Finding } from '@fixpoint/model';
import { compareFindings, compareText } from '@fixpoint/model';
import type { EvidencePlace, EvidenceUse } from '@fixpoint/surface-formats';
import { contextsOf } from './contexts';
import { createReader } from './create-reader';
import { EvidenceLog } from './evidence';
import { toSurface } from './options';
import type { WrapperScanOptions } from './options';
import { isSourcePath, parseSource } from './parse-source';
import type { SourceFile, SourceText } from './parse-source';
import { programNames } from './program-name';
import { createProgram } from './program';
import { findSpawnCalls } from './spawn-calls';
import { walkLine } from './walk';
import type { Walk } from './walk';

/** Version of what the scan finds; it goes up when the same source gives other evidence. */
export const WRAPPER_SCAN_VERSION = '1.0.0';

/** What a wrapper's source passes to the program it wraps. */
export interface WrapperScan {
  /** Commands and flags, sorted by path, key and kind; places by file, line and column. */
  readonly uses: EvidenceUse[];
  /** Places where arguments come in that are only known at run time, in the same order. */
  readonly dynamic: EvidencePlace[];
  /** Files that could not be read, each an error; what the other files show is in `uses` all the same. */
  readonly problems: Finding[];
}

/**
 * Reads a wrapper's own source for the commands and flags that it passes to the wrapped program.
 *
 * A flag counts when its text is seen to flow into the arguments of a call that starts a program (`spawn`, `execa`, `$`…, and
 * functions of the wrapper around them); text that only looks like a flag is no evidence. Its place is where the text is
 * written. Files that are no TypeScript or JavaScript, and declaration files, are passed over. Never throws.
 */
export function scanWrapperSource(
  files: readonly SourceText[],
  options: WrapperScanOptions = {},
): WrapperScan {
  const sources = files.filter(({ path }) => isSourcePath(path)).sort((a, b) => compareText(a.path, b.path));
  const parsed = sources.map(parseSource);
  const problems = parsed.filter((each): each is Finding => 'id' in each);
  const log = new EvidenceLog();
  readProgram(
    parsed.filter((each): each is SourceFile => 'ast' in each),
    { log, surface: toSurface(options), names: programNames(options.program) },
  );
  return {
    uses: log.usesFound(),
    dynamic: log.dynamicFound(),
    problems: [...problems, ...withoutSource(files, sources)].sort(compareFindings),
  };
}

function readProgram(files: readonly SourceFile[], walk: Walk): void {
  const reader = createReader(createProgram(files));
  for (const spawn of findSpawnCalls(reader)) {
    for (const frame of contextsOf(reader, spawn.at, spawn.lines)) {
      reader.restart();
      for (const line of spawn.lines(frame)) walkLine(walk, line);
    }
  }
}

function withoutSource(files: readonly SourceText[], sources: readonly SourceText[]): Finding[] {
  const [first] = files;
  if (!first || sources.length > 0) return [];
  return [
    {
      id: 'evidence/no-source',
      severity: 'error',
      message: `None of the ${files.length} evidence files is TypeScript or JavaScript source`,
      file: first.path,
      fix: 'Point the evidence files in RULES.json at source files (.ts .tsx .mts .cts .js .jsx .mjs .cjs)',
    },
  ];
}
