import { failure, success, type Finding, type Result } from '@fixpoint/model';
import { parseJson, positionOfPointer, toPointer } from '@fixpoint/structured-text';
import type { z } from 'zod';
import type { RootFiles } from './root-files';

/** Reads one JSON file of a parity root into a shape; undefined where the file is absent. */
export function readDocument<T>(
  { root, files }: RootFiles,
  path: string,
  shape: z.ZodType<T>,
): Result<T | undefined> {
  const text = files.get(path);
  if (text === undefined) return success(undefined);
  const file = `${root}/${path}`;
  const parsed = parseJson(text, file, 'support-matrix');
  if (!parsed.ok) return parsed;
  const result = shape.safeParse(parsed.value);
  if (result.success) return success(result.data);
  return failure(...result.error.issues.map((issue) => toFinding(issue, { file, text, root })));
}

function toFinding(
  issue: z.core.$ZodIssue,
  { file, text, root }: { readonly file: string; readonly text: string; readonly root: string },
): Finding {
  const pointer = toPointer(issue.path as (string | number)[]);
  return {
    id: 'support-matrix/invalid-input',
    severity: 'error',
    message: `${pointer === '' ? 'the document' : pointer} cannot be read: ${issue.message}`,
    file,
    position: positionOfPointer(text, pointer),
    path: pointer,
    fix: `fixpoint validate --root ${root}`,
  };
}
