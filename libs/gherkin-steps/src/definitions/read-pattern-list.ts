import { failure, success, type Finding, type Result } from '@fixpoint/model';
import { findingAt, isRecord, parseLocated, type LocatedDocument } from '@fixpoint/structured-text';
import type { StepDefinition, StepPattern } from './step-definition';

/** An entry of the list, or what is wrong with it. */
type ReadEntry = { readonly definition: StepDefinition } | { readonly finding: Finding };

const EXPECTED =
  'a regular expression as a string, or an object with "regexp" (or "pattern") or "expression"';

/**
 * Reads a JSON list of patterns: a string is a regular expression; an object has one of `regexp` (`pattern` is the same) and `expression` (a Cucumber
 * Expression), and may say in `flags`, `file` and `line` how it is written in the code. An entry that is neither is a finding of the success
 * (`stepcheck/invalid-pattern`); what is no list is a failure (`stepcheck/invalid-patterns`, `stepcheck/invalid-json`).
 */
export function readPatternList(file: string, text: string): Result<readonly StepDefinition[]> {
  // The text is JSON whatever the file is called.
  const parsed = parseLocated(file.endsWith('.json') ? file : `${file}.json`, text, 'stepcheck');
  if (!parsed.ok) return failure(...parsed.findings.map((finding) => ({ ...finding, file })));
  const document = { ...parsed.value, file };
  const { value } = document;
  if (!Array.isArray(value)) return failure(noList(document));
  const entries = value.map((entry: unknown, index) => readEntry(document, entry, `/${index}`));
  return success(
    entries.flatMap((entry) => ('definition' in entry ? [entry.definition] : [])),
    entries.flatMap((entry) => ('finding' in entry ? [entry.finding] : [])),
  );
}

function readEntry(document: LocatedDocument, entry: unknown, pointer: string): ReadEntry {
  const pattern = patternOf(entry);
  if (!pattern) {
    const actual = JSON.stringify(entry).slice(0, 60);
    const fix = `write the entry ${pointer.slice(1)} of ${document.file} as ${EXPECTED}`;
    const message = 'this entry is no pattern';
    return {
      finding: findingAt(document, pointer, {
        id: 'stepcheck/invalid-pattern',
        message,
        expected: EXPECTED,
        actual,
        fix,
      }),
    };
  }
  const line = isRecord(entry) ? entry['line'] : undefined;
  const source = isRecord(entry) ? entry['file'] : undefined;
  if (typeof source === 'string') {
    const isLine = typeof line === 'number' && Number.isSafeInteger(line) && line > 0;
    return { definition: { pattern, file: source, ...(isLine && { position: { line, column: 1 } }) } };
  }
  const position = document.positionOf(pointer);
  return { definition: { pattern, file: document.file, ...(position && { position }) } };
}

function patternOf(entry: unknown): StepPattern | undefined {
  if (typeof entry === 'string') return { kind: 'regexp', source: entry, flags: '' };
  if (!isRecord(entry)) return undefined;
  const { expression, flags = '' } = entry;
  const given = [entry['regexp'], entry['pattern'], expression].filter((value) => value !== undefined);
  const [source] = given;
  if (given.length !== 1 || typeof source !== 'string' || typeof flags !== 'string') return undefined;
  return expression === undefined ? { kind: 'regexp', source, flags } : { kind: 'expression', source };
}

function noList(document: LocatedDocument): Finding {
  return findingAt(document, '', {
    id: 'stepcheck/invalid-patterns',
    message: `${document.file} is no list of patterns`,
    expected: 'a JSON list',
    fix: `write the patterns as a list into ${document.file}`,
  });
}
