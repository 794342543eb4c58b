import { parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { failure, success, type Result } from '@fixpoint/model';
import { positionOfOffset } from './position';

/** Levels of nesting that a document may have; recursive readers of what lies deeper would run out of stack. */
export const DEEPEST = 256;

/** Why a text that `offsetTooDeep` has a place in is not read. */
export const TOO_DEEP = `it is nested deeper than ${DEEPEST} levels`;

/**
 * Parses strict JSON (a byte order mark is accepted). A text that is not JSON gives one finding `<prefix>/invalid-json` with
 * the position of the first error; `prefix` is the id of the derivation that asks.
 *
 * @req FP-DIAG-004
 */
export function parseJson(text: string, file: string, prefix = 'input'): Result<unknown> {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const tooDeep = offsetTooDeep(body);
  try {
    if (tooDeep === undefined) return success(JSON.parse(body) as unknown);
    throw new SyntaxError('too deep');
  } catch {
    const { offset, reason } =
      tooDeep === undefined ? firstError(body) : { offset: tooDeep, reason: TOO_DEEP };
    return failure({
      id: `${prefix}/invalid-json`,
      severity: 'error',
      message: `${file} is not JSON: ${reason}`,
      file,
      position: positionOfOffset(body, offset),
      fix: `restore the file from version control (git checkout -- ${file}) or correct it at the position given`,
    });
  }
}

function firstError(body: string): { offset: number; reason: string } {
  if (body.trim() === '') return { offset: 0, reason: 'the file is empty' };
  const errors: ParseError[] = [];
  parseTree(body, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors[0];
  if (first === undefined) return { offset: 0, reason: 'it is not valid JSON' };
  const atEnd = first.offset >= body.trimEnd().length;
  const name = printParseErrorCode(first.error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return { offset: first.offset, reason: atEnd ? `it ends too early (${name})` : name };
}

/**
 * Where a JSON text is nested deeper than a document may be; brackets inside strings do not count.
 *
 * @req FP-DIAG-005
 */
export function offsetTooDeep(body: string): number | undefined {
  let depth = 0;
  for (let offset = 0; offset < body.length; offset += 1) {
    const unit = body.charCodeAt(offset);
    if (unit === QUOTE) offset = endOfString(body, offset);
    else if (unit === BRACE || unit === BRACKET) {
      depth += 1;
      if (depth > DEEPEST) return offset;
    } else if (unit === BRACE + 2 || unit === BRACKET + 2) depth -= 1;
  }
  return undefined;
}

const [QUOTE, BACKSLASH, BRACE, BRACKET] = [0x22, 0x5c, 0x7b, 0x5b];

function endOfString(body: string, start: number): number {
  for (let end = body.indexOf('"', start + 1); end !== -1; end = body.indexOf('"', end + 1)) {
    let slashes = 0;
    while (body.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return body.length;
}
