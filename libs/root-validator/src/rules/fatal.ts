import { failureOf, type Finding, type Outcome } from '@fixpoint/model';
import { parseJson, positionOfPointer } from '@fixpoint/structured-text';
import { placed, restoreCommand } from '../shared/fixes';
import { decode, fileAt, type RootView } from '../view/tree';

/** Why nothing can be checked at all. */
export interface FatalFailure {
  readonly ok: false;
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
}

/** A file that the validator cannot do without, parsed. */
export interface ParsedFile {
  readonly ok: true;
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
}

/** Reads a JSON file without which nothing can be checked (parity contract §9.1). */
export function requireJson(view: RootView, file: string): ParsedFile | FatalFailure {
  const state = fileAt(view, file);
  if (state.kind !== 'present') {
    const message =
      state.kind === 'absent' ? `${file} is missing` : `${file} cannot be read: ${state.reason}`;
    return fatal('environment', { id: 'file-missing', file, message, fix: restoreCommand(view, file) });
  }
  const text = decode(state.bytes);
  const fix = restoreCommand(view, file);
  if (text === undefined) {
    const message = `${file} is not JSON: it is not UTF-8`;
    return fatal('usage', { id: 'file-not-json', file, message, fix });
  }
  const parsed = parseJson(text, file, 'root');
  if (parsed.ok) return { ok: true, file, text, value: parsed.value };
  const findings = parsed.findings.map((finding) => ({ ...finding, id: 'root/file-not-json', fix }));
  return { ok: false, outcome: 'usage', findings };
}

/** A failure at one place of a file. */
export function fatalAt(
  { file, text }: ParsedFile,
  pointer: string,
  { message, fix }: Pick<Finding, 'message' | 'fix'>,
): FatalFailure {
  const position = positionOfPointer(text, pointer);
  return fatal('usage', {
    id: file === 'RULES.json' ? 'rule-not-supported' : 'schema-not-usable',
    file,
    message,
    fix,
    path: pointer,
    ...(position && { position }),
  });
}

/** Where a fix has to be made: a pointer of a file below the root. */
export function editPlace(view: RootView, file: string, pointer: string): string {
  return `${pointer === '' ? 'the document' : pointer} in ${placed(view, file)}`;
}

function fatal(outcome: Outcome, finding: Omit<Finding, 'severity'>): FatalFailure {
  return failureOf(outcome, { ...finding, id: `root/${finding.id}`, severity: 'error' });
}
