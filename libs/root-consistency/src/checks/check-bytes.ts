import {
  COVERAGE_REPORT_DOCUMENT,
  UNION_DOCUMENT,
  WRAPPER_COVERAGE_DOCUMENT,
  WRAPPER_EVIDENCE_DOCUMENT,
  type DocumentSchema,
} from '@fixpoint/artifact-schemas';
import type { Finding } from '@fixpoint/model';
import { positionOfOffset, toPointer } from '@fixpoint/structured-text';
import { fixCommand, toJsonText, type Manifest } from '@fixpoint/surface-formats';
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

/** Documents are written the one way they can be written, their lists sorted and without repetition. */
export function checkBytes({ documents }: RootFacts, manifest: Manifest): readonly Finding[] {
  return [...documents].flatMap(([path, document]) => {
    const kind = KINDS.find(({ pattern }) => pattern.test(path));
    if (kind === undefined) return [];
    const version = /^(?:snapshots|reports)\//.test(path) ? segment(path, 1) : undefined;
    const fix = fixCommand(kind.target, manifest, version);
    return [
      ...order(document, kind, fix),
      ...bytes(document, kind, fix),
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

function bytes(document: RootDocument, { schema }: Kind, fix: string): Finding[] {
  const expected = canonicalText(document, schema);
  if (expected === document.text) return [];
  const offset = firstDifference(expected, document.text);
  return [
    {
      ...problemAt(document, '', {
        id: 'not-canonical',
        message: `the bytes of ${document.file} are not those that its content is written with`,
        expected: lineAt(expected, offset),
        actual: lineAt(document.text, offset),
        fix: `fixpoint validate --fix${fix.slice(fix.indexOf(' --root')).replace(/ --version \S+$/, '')}`,
      }),
      position: positionOfOffset(document.text, offset),
    },
  ];
}

function firstDifference(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let offset = 0; offset < length; offset += 1) if (a[offset] !== b[offset]) return offset;
  return length;
}

// Quoted, because what differs is often invisible (a carriage return, a missing line end); cut, because lines can be long.
function lineAt(text: string, offset: number): string {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = JSON.stringify(text.slice(start, end === -1 ? undefined : end + 1));
  return line.length <= 80 ? line : `${line.slice(0, 77)}...`;
}
