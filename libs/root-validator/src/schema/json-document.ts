import type { Position, ViolationKeys } from '@fixpoint/model';
import { parseJson } from '@fixpoint/structured-text';
import type { ViolationCode } from '../findings/codes';
import type { Violation } from '../findings/violation';
import type { RootContext } from '../root-context';
import { restoreCommand } from '../shared/fixes';
import { decode, fileAt } from '../view/tree';
import type { SchemaChecker } from './schema-checker';

/** One JSON file that rules version 1 holds to a schema, and what is said when it is not there or not right. */
export interface DocumentRule {
  readonly path: string;
  readonly codes: { readonly invalidJson: ViolationCode; readonly schemaInvalid: ViolationCode };
  readonly schema: SchemaChecker;
  /** The command that makes the file again; the file is taken back from version control when there is none. */
  readonly fix?: string;
  /** What an absent file means; nothing where it may be absent. */
  readonly missing?: Omit<ViolationKeys, 'path'> & { readonly code: ViolationCode; readonly why: string };
}

/** What was found at the place of a document. */
export interface CheckedDocument {
  /** The parsed document, undefined when there is none. */
  readonly value?: unknown;
  /** Whether nothing at all lies there. */
  readonly absent: boolean;
  readonly violations: readonly Violation[];
}

/** Reads a document and holds it to its schema (parity contract §9.3 d). */
export function checkDocument({ view }: RootContext, rule: DocumentRule): CheckedDocument {
  const { path, missing } = rule;
  const fix = rule.fix ?? restoreCommand(view, path);
  const state = fileAt(view, path);
  if (state.kind === 'absent') {
    return { absent: true, violations: missing === undefined ? [] : [missingFile(path, missing, fix)] };
  }
  if (state.kind === 'unreadable') {
    const message = `${path} cannot be read: ${state.reason}`;
    return { absent: false, violations: [{ code: 'FILE_UNREADABLE', path, message, fix }] };
  }
  const parsed = parseDocument(path, decode(state.bytes));
  if ('message' in parsed) {
    const place = { code: rule.codes.invalidJson, path, unit: 'schemas', field: 'json' };
    return { absent: false, violations: [{ ...place, ...parsed, fix }] };
  }
  const violations = rule.schema(parsed.value).map(({ pointer, message, place, expected, actual }) => ({
    code: rule.codes.schemaInvalid,
    path,
    ...(pointer !== '' && { pointer }),
    place,
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
    unit: 'schemas',
    field: 'schema',
    message: `${path}: ${message}`,
    fix: rule.fix ?? `correct ${pointer === '' ? 'the document' : pointer}, or: ${fix}`,
  }));
  return { absent: false, value: parsed.value, violations };
}

function missingFile(path: string, missing: NonNullable<DocumentRule['missing']>, fix: string): Violation {
  const { why, ...keys } = missing;
  return { ...keys, path, message: `${path} is missing: ${why}`, fix };
}

type Parsed = { readonly value: unknown } | { readonly message: string; readonly position?: Position };

/** Parses strict JSON; unlike elsewhere, a byte order mark is no part of it. */
function parseDocument(path: string, text: string | undefined): Parsed {
  if (text === undefined) return { message: `${path} is not JSON: it is not UTF-8` };
  if (text.startsWith('\ufeff')) {
    return {
      message: `${path} is not JSON: it begins with a byte order mark`,
      position: { line: 1, column: 1 },
    };
  }
  const parsed = parseJson(text, path, 'root');
  if (parsed.ok) return { value: parsed.value };
  const [problem] = parsed.findings;
  return { message: problem?.message ?? `${path} is not JSON`, position: problem?.position };
}
