import { failure, success, type Finding, type Result } from '@fixpoint/model';
import { parseWrittenJson, positionOfPointer, toPointer } from '@fixpoint/structured-text';
import { withoutAbsent } from '@fixpoint/surface-formats';
import { z } from 'zod';
import type { ReferenceSupplement } from './supplement';

const schema = z.looseObject({
  version: z.literal(1),
  commands: z.array(
    z.looseObject({
      path: z.array(z.string()),
      platforms: z.array(z.string()).nullish(),
      note: z.string(),
    }),
  ),
});

/**
 * Reads a supplement file of rules version 1 (parity contract §2.9). Unknown keys are ignored; a missing key, a wrong type or
 * a version other than 1 is a finding each, with its position.
 *
 * @param file the file as messages name it
 */
export function parseReferenceSupplement(text: string, file: string): Result<ReferenceSupplement> {
  const json = parseWrittenJson(text, file, 'snapshot');
  if (!json.ok) return json;
  const parsed = schema.safeParse(json.value);
  if (!parsed.success) return failure(...parsed.error.issues.map((issue) => toFinding(issue, text, file)));
  const commands = parsed.data.commands.map(({ path, platforms, note }) =>
    withoutAbsent({ path, platforms: platforms ?? undefined, note }),
  );
  return success({ version: 1, commands });
}

function toFinding(issue: z.core.$ZodIssue, text: string, file: string): Finding {
  const pointer = toPointer(issue.path as (string | number)[]);
  const place = pointer === '' ? 'the document' : pointer;
  return {
    id: 'snapshot/supplement-invalid',
    severity: 'error',
    message: `${place}: ${issue.message}`,
    file,
    position: positionOfPointer(text, pointer),
    path: pointer,
    fix: `correct ${place} in ${file}; the form is {"version": 1, "commands": [{"path": ["name"], "platforms": ["linux"], "note": "why"}]}`,
  };
}
