import type { Document } from 'yaml';
import { failure, success, type Finding, type Position, type Result } from '@fixpoint/model';
import { TOO_DEEP } from './parse-json';
import { positionOfOffset } from './position';
import { yaml } from './yaml-library';
import { CIRCULAR_ALIAS, circularAliasOffset, yamlOffsetTooDeep } from './yaml-limits';

/**
 * Parses one YAML 1.2 document (JSON included). Every error is a finding `<prefix>/invalid-yaml` with its position.
 *
 * @req FP-DIAG-004
 */
export function parseYaml(text: string, file: string, prefix = 'input'): Result<unknown> {
  const tooDeep = yamlOffsetTooDeep(text);
  if (tooDeep !== undefined) {
    return failure(invalid(file, { prefix, reason: TOO_DEEP, position: positionOfOffset(text, tooDeep) }));
  }
  const document = yaml().parseDocument(text, { prettyErrors: false });
  const problems = document.errors.map(({ message, pos }) => ({ reason: message, offset: pos[0] }));
  const circular = problems.length === 0 ? circularAliasOffset(document, text) : undefined;
  if (circular !== undefined) problems.push({ reason: CIRCULAR_ALIAS, offset: circular });
  if (problems.length === 0) return valueOf(document, file, prefix);
  return failure(
    ...problems.map(({ reason, offset }) =>
      invalid(file, { prefix, reason, position: positionOfOffset(text, offset) }),
    ),
  );
}

function valueOf(document: Document, file: string, prefix: string): Result<unknown> {
  try {
    return success(document.toJS({ maxAliasCount: 100 }) as unknown);
  } catch (error) {
    // The library says so of aliases that would grow without bounds.
    if (!(error instanceof ReferenceError)) throw error;
    return failure(invalid(file, { prefix, reason: error.message, position: { line: 1, column: 1 } }));
  }
}

function invalid(
  file: string,
  { prefix, reason, position }: { prefix: string; reason: string; position: Position },
): Finding {
  return {
    id: `${prefix}/invalid-yaml`,
    severity: 'error',
    message: `${file} is not YAML: ${reason}`,
    file,
    position,
    fix: 'correct the file at the position given',
  };
}
