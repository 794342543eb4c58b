import { failure, success, type Result } from '@fixpoint/model';
import { positionOfOffset } from './position';
import { yaml } from './yaml-library';

/** Parses one YAML 1.2 document (JSON included). Every error is a finding `<prefix>/invalid-yaml` with its position. */
export function parseYaml(text: string, file: string, prefix = 'input'): Result<unknown> {
  const document = yaml().parseDocument(text, { prettyErrors: false });
  if (document.errors.length > 0) {
    return failure(
      ...document.errors.map((error) => ({
        id: `${prefix}/invalid-yaml`,
        severity: 'error' as const,
        message: `${file} is not YAML: ${error.message}`,
        file,
        position: positionOfOffset(text, error.pos[0]),
        fix: 'correct the file at the position given',
      })),
    );
  }
  return success(document.toJS({ maxAliasCount: 100 }) as unknown);
}
