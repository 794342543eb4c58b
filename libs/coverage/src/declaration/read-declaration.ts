import { failure, success, type Result } from '@fixpoint/model';
import {
  fromPointer,
  isRecord,
  type LocatedDocument,
  parseWrittenJson,
  parseYaml,
  shapeProblems,
  textDocument,
} from '@fixpoint/structured-text';
import type { CoverageDeclaration, WrapperCommand, WrapperCoverage } from '@fixpoint/surface-formats';
import {
  coverageShape,
  type CoverageStrictness,
  type CoverageUnit,
  listUnits,
  shapeFinding,
} from '@fixpoint/surface-units';
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

function readDocument(source: DeclaredSource): Result<LocatedDocument> {
  const { kind, file, text, exportName = 'default' } = source;
  if (kind === 'module') return readStaticModule({ file, text, exportName });
  if (kind === 'command') return readOutput(source);
  const parsed = isJson(file, text)
    ? parseWrittenJson(text, file, 'wrapper-coverage')
    : parseYaml(text, file, 'wrapper-coverage');
  return parsed.ok ? success(textDocument(file, text, parsed.value)) : parsed;
}

// What a command printed lies in no file, so places in it would mislead; the pointer still says where.
function readOutput({ file, text }: DeclaredSource): Result<LocatedDocument> {
  const parse = isJson('', text) ? parseWrittenJson : parseYaml;
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
