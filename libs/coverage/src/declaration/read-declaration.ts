import { failure, success, type Finding, type Result } from '@fixpoint/model';
import {
  findingAt,
  fromPointer,
  isRecord,
  type LocatedDocument,
  parseJson,
  parseYaml,
  type ShapeProblem,
  shapeProblems,
  textDocument,
} from '@fixpoint/structured-text';
import type { CoverageDeclaration, WrapperCommand, WrapperCoverage } from '@fixpoint/surface-formats';
import { coverageShape, type CoverageStrictness } from './coverage-shape';
import { listUnits, type CoverageUnit } from './coverage-units';
import type { DeclaredSource } from './declared-source';
import { readStaticModule } from './static-module';

/** A declaration with the document it was read from. Only a file may also say when it was made. */
export interface Declaration {
  readonly document: LocatedDocument;
  readonly coverage: CoverageDeclaration & Pick<WrapperCoverage, 'generated_at'>;
}

/** Reads a declared source; every defect of its shape is a finding with its place. */
export function readDeclaration(source: DeclaredSource, strictness: CoverageStrictness): Result<Declaration> {
  const document = readDocument(source);
  if (!document.ok) return document;
  const problems = shapeProblems(document.value.value, coverageShape(strictness));
  if (problems.length > 0) {
    return failure(...problems.map((problem) => shapeFinding(problem, document.value, 'wrapper-coverage')));
  }
  const coverage = document.value.value as Declaration['coverage'];
  return success({ document: document.value, coverage });
}

/** The entries of a source whose shape is right, so that the rules can be told at once with what is wrong with the others. */
export function readSoundUnits(
  source: DeclaredSource,
  strictness: CoverageStrictness,
): (Pick<Declaration, 'document'> & { readonly units: readonly CoverageUnit[] }) | undefined {
  const document = readDocument(source);
  if (!document.ok) return undefined;
  const { value } = document.value;
  const broken = new Set(
    shapeProblems(value, coverageShape(strictness)).map(({ pointer }) => fromPointer(pointer)[1]),
  );
  const coverage = isRecord(value) && Array.isArray(value['coverage']) ? value['coverage'] : [];
  const units = listUnits(coverage as WrapperCommand[], (index) => !broken.has(String(index)));
  return { document: document.value, units };
}

/** What a shape problem tells the user. */
export function shapeFinding(
  { kind, pointer, message, expected, actual, meant }: ShapeProblem,
  document: LocatedDocument,
  derivation: string,
): Finding {
  return findingAt(document, pointer, {
    id: `${derivation}/${kind}`,
    message,
    expected,
    actual,
    fix:
      meant === undefined
        ? `correct ${pointer === '' ? 'the document' : pointer} in ${document.file}`
        : `replace "${actual}" by "${meant}" in ${document.file}`,
  });
}

function readDocument(source: DeclaredSource): Result<LocatedDocument> {
  const { kind, file, text, exportName = 'default' } = source;
  if (kind === 'module') return readStaticModule({ file, text, exportName });
  if (kind === 'command') return readOutput(source);
  const parsed = isJson(file, text)
    ? parseJson(text, file, 'wrapper-coverage')
    : parseYaml(text, file, 'wrapper-coverage');
  return parsed.ok ? success(textDocument(file, text, parsed.value)) : parsed;
}

// What a command printed lies in no file, so places in it would mislead; the pointer still says where.
function readOutput({ file, text }: DeclaredSource): Result<LocatedDocument> {
  const parse = isJson('', text) ? parseJson : parseYaml;
  const parsed = parse(text, 'the output of the command', 'wrapper-coverage');
  if (parsed.ok) return success({ file, value: parsed.value, positionOf: () => undefined });
  return failure(
    ...parsed.findings.map(({ id, severity, message }) => ({
      id,
      severity,
      message,
      file,
      path: '/wrapper/source/command',
      fix: 'let the command print one JSON or YAML document and nothing else',
    })),
  );
}

function isJson(file: string, text: string): boolean {
  if (/\.ya?ml$/i.test(file)) return false;
  return /\.json$/i.test(file) || /^\ufeff?\s*[{[]/.test(text);
}
