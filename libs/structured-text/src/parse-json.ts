import { parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { failure, success, type Result } from '@fixpoint/model';
import { positionOfOffset } from './position';

/**
 * Parses strict JSON (a byte order mark is accepted). A text that is not JSON gives one finding `<prefix>/invalid-json` with
 * the position of the first error; `prefix` is the id of the derivation that asks.
 */
export function parseJson(text: string, file: string, prefix = 'input'): Result<unknown> {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    return success(JSON.parse(body) as unknown);
  } catch {
    const { offset, reason } = firstError(body);
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
