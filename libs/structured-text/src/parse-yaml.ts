import type { Document } from 'yaml';
import { failure, success, type Finding, type Position, type Result } from '@fixpoint/model';
import { positionOfOffset } from './position';
import { yaml } from './yaml-library';

/** The code of what the library ran out of while it followed a text that is nested too deeply. */
const EXHAUSTED = 'RESOURCE_EXHAUSTION';

/** Parses one YAML 1.2 document (JSON included). Every error is a finding `<prefix>/invalid-yaml` with its position. */
export function parseYaml(text: string, file: string, prefix = 'input'): Result<unknown> {
  const document = yaml().parseDocument(text, { prettyErrors: false });
  // Where the stack ends, every level above it is an error as well.
  const exhausted = document.errors.find(({ code }) => code === EXHAUSTED);
  const problems =
    exhausted === undefined
      ? document.errors.map(({ message, pos }) => ({ reason: message, offset: pos[0] }))
      : [{ reason: 'it is nested too deeply', offset: exhausted.pos[0] }];
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
    // The library says so of aliases that would grow without bounds, and the engine of levels without end.
    if (!(error instanceof ReferenceError || error instanceof RangeError)) throw error;
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
