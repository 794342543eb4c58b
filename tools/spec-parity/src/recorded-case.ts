import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { mentionsIn, factProblems, type Mention } from './truth';

/** A requirement as the earlier tool had it. */
export interface RecordedRequirement {
  readonly title: string;
  readonly section: string;
  readonly level: string;
  readonly links: readonly string[];
}

/** An index of the earlier tool. */
export interface RecordedIndex {
  readonly file: string;
  readonly source: string;
  readonly requirements: Readonly<Record<string, RecordedRequirement>>;
}

/** A spec with what a plain scan knows of it. */
export interface RecordedSpec {
  readonly lines: readonly string[];
  readonly mentions: readonly Mention[];
}

/** Specs, and what the earlier tool made of them. */
export interface RecordedCase {
  readonly name: string;
  readonly input: Readonly<Record<string, string>>;
  readonly specs: ReadonlyMap<string, RecordedSpec>;
  readonly indexes: readonly RecordedIndex[];
  readonly page: string | undefined;
  /** `ok`, `stale` where the committed files were not those of the committed specs, `panic` where the tool ended. */
  readonly status: string;
  /** Where the recorded facts and the scan of this tool differ. */
  readonly doubts: readonly string[];
}

/** Reads a folder with `input`, `expected`, `facts.json` and `meta.json`. */
export function readCase(folder: string, name: string): RecordedCase {
  const input = textsBelow(join(folder, 'input'));
  const expected = textsBelow(join(folder, 'expected'));
  const { status } = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8')) as { status: string };
  const specs = new Map(
    Object.entries(input).map(([file, text]) => [
      file,
      { lines: text.split('\n'), mentions: mentionsIn(text) },
    ]),
  );
  const all = [...specs.values()].flatMap(({ mentions }) => mentions);
  return {
    name,
    input,
    specs,
    indexes: Object.entries(expected)
      .filter(([file]) => file.endsWith('.yaml'))
      .map(([file, text]) => ({ file, ...(parse(text) as Omit<RecordedIndex, 'file'>) })),
    page: expected['COMPLIANCE.md'],
    status,
    doubts: factProblems(folder, all),
  };
}

function textsBelow(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );
}
