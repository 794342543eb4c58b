import {
  COVERAGE_REPORT_DOCUMENT,
  UNION_DOCUMENT,
  WRAPPER_COVERAGE_DOCUMENT,
  WRAPPER_EVIDENCE_DOCUMENT,
  type DocumentSchema,
} from '@fixpoint/artifact-schemas';
import type { Finding } from '@fixpoint/model';
import { toPointer } from '@fixpoint/structured-text';
import { fixCommand, toJsonText, type Manifest } from '@fixpoint/surface-formats';
import { byteDifference } from '../byte-difference';
import { problemAt } from '../problem-at';
import { segment, type RootDocument, type RootFacts } from '../root-facts';
import { rootEntry } from './check-unions';

interface Kind {
  readonly pattern: RegExp;
  readonly target: string;
  readonly schema?: DocumentSchema;
}

/** Every kind of document by its place, with the target that writes it; the first that fits counts. */
const KINDS: readonly Kind[] = [
  { pattern: /^snapshots\/[^/]+\/union\.json$/, target: 'union', schema: UNION_DOCUMENT },
  { pattern: /^current\.json$/, target: 'promote', schema: UNION_DOCUMENT },
  { pattern: /^reports\/[^/]+\/coverage\./, target: 'report', schema: COVERAGE_REPORT_DOCUMENT },
  { pattern: /^wrapper_coverage\.json$/, target: 'wrapper-coverage', schema: WRAPPER_COVERAGE_DOCUMENT },
  { pattern: /^wrapper_evidence\.json$/, target: 'report', schema: WRAPPER_EVIDENCE_DOCUMENT },
  { pattern: /^versions\/[^/]+\.json$/, target: 'version-metadata' },
  { pattern: /^validations\//, target: 'wrapper-validate' },
];

/** The schema of a document by its place; undefined where it has none of its own here. */
export function schemaAt(path: string): DocumentSchema | undefined {
  return KINDS.find(({ pattern }) => pattern.test(path))?.schema;
}

/**
 * Documents are written the one way they can be written, their lists sorted and without repetition.
 *
 * @req FP-ROOT-004
 */
export function checkBytes({ documents }: RootFacts, manifest: Manifest): readonly Finding[] {
  return [...documents].flatMap(([path, document]) => {
    const kind = KINDS.find(({ pattern }) => pattern.test(path));
    if (kind === undefined) return [];
    const version = /^(?:snapshots|reports)\//.test(path) ? segment(path, 1) : undefined;
    const fix = fixCommand(kind.target, manifest, version);
    return [
      ...order(document, kind, fix),
      ...byteDifference({ ...document, expected: canonicalText(document, kind.schema) }, manifest.root),
      ...(path === 'wrapper_coverage.json' ? undeclaredRoot(document, fix) : []),
    ];
  });
}

// A wrapper may say nothing of the tool itself; then the reports list what is missing there.
function undeclaredRoot(document: RootDocument, fix: string): Finding[] {
  return rootEntry(document, 'coverage', fix).map((finding) => ({ ...finding, severity: 'warning' }));
}

/** The text a document should have; undefined where its shape leaves that open. */
export function canonicalText(
  { value }: Pick<RootDocument, 'value'>,
  schema: DocumentSchema | undefined,
): string {
  const isKnown = schema !== undefined && schema.problems(value).length === 0;
  return toJsonText(isKnown ? schema.canonical(value) : value);
}

function order(document: RootDocument, { schema }: Kind, fix: string): Finding[] {
  if (schema === undefined || schema.problems(document.value).length > 0) return [];
  return schema.orderProblems(document.value).map(({ kind, at, message, expected, actual }) =>
    problemAt(document, toPointer(at), {
      id: kind,
      message,
      ...(expected !== undefined && { expected }),
      ...(actual !== undefined && { actual }),
      fix,
    }),
  );
}
