import { failure, success, type Result } from '@fixpoint/model';
import { findingAt, parseJson, shapeProblems, textDocument, type Shape } from '@fixpoint/structured-text';

/** A committed JSON file and what it should be. */
export interface CommittedDocument {
  readonly file: string;
  readonly text: string;
  readonly shape: Shape;
  /** The word for it in finding ids. */
  readonly noun: string;
  /** What makes the file anew. */
  readonly fix: string;
}

/** Parses a committed file; everything that is wrong with it is a finding with its place. */
export function readDocument<T>({ file, text, shape, noun, fix }: CommittedDocument): Result<T> {
  const parsed = parseJson(text, file, 'surface-diff');
  if (!parsed.ok) return failure(...parsed.findings.map((finding) => ({ ...finding, fix })));
  const problems = shapeProblems(parsed.value, shape);
  if (problems.length === 0)
    return success((/:\s*null/.test(text) ? withoutNulls(parsed.value) : parsed.value) as T);
  const document = textDocument(file, text, parsed.value);
  return failure(
    ...problems.map(({ pointer, message, expected, actual }) =>
      findingAt(document, pointer, { id: `surface-diff/${noun}-malformed`, message, expected, actual, fix }),
    ),
  );
}

// Version 1 wrote null where version 2 writes nothing; values by target are data, in which null means that there is none.
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null)
      .map(([key, item]) => [key, key === 'values_by_target' ? item : withoutNulls(item)]),
  );
}
