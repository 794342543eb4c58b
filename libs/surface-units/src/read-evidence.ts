import { failure, success, type Result } from '@fixpoint/model';
import {
  count,
  listOf,
  literal,
  oneOf,
  parseJson,
  recordOf,
  shapeProblems,
  text,
  textDocument,
} from '@fixpoint/structured-text';
import { fixCommand, type Manifest, type WrapperEvidence } from '@fixpoint/surface-formats';
import { EVIDENCE_FILE } from './evidence-file';
import { shapeFinding } from './shape-finding';

const places = listOf(recordOf({ required: { file: text, line: count, column: count } }));
const EVIDENCE_SHAPE = recordOf({
  required: {
    schema_version: literal(1),
    source: recordOf({ required: { files: listOf(text) }, optional: { package: text, version: text } }),
    uses: listOf(
      recordOf({
        required: { kind: oneOf(['command', 'flag']), path: listOf(text), places },
        optional: { key: text },
      }),
    ),
    dynamic: places,
  },
});

/** Reads committed evidence; what is wrong with it is repaired by scanning the source again. */
export function readEvidence(committed: string, manifest: Manifest): Result<WrapperEvidence> {
  const fix = fixCommand('report', manifest);
  const parsed = parseJson(committed, EVIDENCE_FILE, 'evidence');
  if (!parsed.ok) return failure(...parsed.findings.map((finding) => ({ ...finding, fix })));
  const document = textDocument(EVIDENCE_FILE, committed, parsed.value);
  const problems = shapeProblems(parsed.value, EVIDENCE_SHAPE);
  if (problems.length === 0) return success(parsed.value as WrapperEvidence);
  return failure(...problems.map((problem) => ({ ...shapeFinding(problem, document, 'evidence'), fix })));
}
