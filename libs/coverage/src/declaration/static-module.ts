import { parse, type ParserOptions } from '@babel/parser';
import { failure, success, type Position, type Result } from '@fixpoint/model';
import { type LocatedDocument, nearest } from '@fixpoint/structured-text';
import { evaluateExpression, type Binding, type Evaluation } from './evaluate-expression';
import { plainValue, positionInNode } from './static-node';
import type { Expression, Program, Statement, VariableDeclaration } from './syntax';

/** Which constant of which module is wanted. */
export interface ModuleSource {
  /** Relative to the root. */
  readonly file: string;
  readonly text: string;
  readonly exportName: string;
}

const PARSER: ParserOptions = { sourceType: 'module', plugins: ['typescript', 'decorators'] };

/**
 * Reads an exported constant of a TypeScript or JavaScript module from its syntax tree. The module is never run, so the
 * result depends on the text alone; anything that is not literal data is a finding with its place.
 *
 * @req FP-SEC-008
 */
export function readStaticModule(source: ModuleSource): Result<LocatedDocument> {
  const program = parseProgram(source);
  if (!program.ok) return program;
  const exported = findExport(program.value, source.exportName);
  if (exported === undefined) return failure(exportMissing(program.value, source));
  const evaluation: Evaluation = {
    bindings: bindingsOf(program.value),
    problems: [],
    known: new Map(),
    open: new Set(),
  };
  const node = evaluateExpression(exported, evaluation);
  if (node === undefined) {
    return failure(...evaluation.problems.map(({ at, reason }) => notStatic(source, at, reason)));
  }
  return success({
    file: source.file,
    value: plainValue(node),
    positionOf: (pointer) => positionInNode(node, pointer),
  });
}

function parseProgram({ file, text }: ModuleSource): Result<Program> {
  try {
    return success(parse(text, PARSER).program);
  } catch (error) {
    const { message, loc } = error as { message: string; loc?: { line: number; column: number } };
    return failure({
      id: 'wrapper-coverage/invalid-module',
      severity: 'error',
      message: `${file} is not a TypeScript module: ${message.replace(/ \(\d+:\d+\)$/, '')}`,
      file,
      position: { line: loc?.line ?? 1, column: (loc?.column ?? 0) + 1 },
      fix: `correct ${file} at the position given`,
    });
  }
}

function notStatic({ file }: ModuleSource, position: Position, reason: string) {
  return {
    id: 'wrapper-coverage/not-static',
    severity: 'error' as const,
    message: `this part of the declaration cannot be read without running the module: ${reason}`,
    file,
    position,
    fix: `write it out as literal data in ${file}, or let a program print the declaration as JSON and set "wrapper": { "source": { "command": [...] } } in RULES.json`,
  };
}

function exportMissing(program: Program, { file, exportName }: ModuleSource) {
  const names = [...exportsOf(program).keys()];
  const meant = nearest(exportName, names);
  return {
    id: 'wrapper-coverage/export-missing',
    severity: 'error' as const,
    message: `${file} exports no constant "${exportName}"${meant === undefined ? '' : `: did you mean "${meant}"?`}`,
    file,
    position: { line: 1, column: 1 },
    expected: exportName,
    actual: names.join(', '),
    fix:
      meant === undefined
        ? `add \`export const ${exportName} = { schema_version: 1, coverage: [] };\` to ${file}`
        : `set "export": "${meant}" in "wrapper.source" of RULES.json`,
  };
}

function findExport(program: Program, name: string): Expression | undefined {
  return exportsOf(program).get(name);
}

function exportsOf(program: Program): Map<string, Expression> {
  return new Map(program.body.flatMap(exportedBy));
}

type Exported = readonly [string, Expression];

function exportedBy(statement: Statement): Exported[] {
  if (statement.type === 'ExportDefaultDeclaration') {
    const { declaration } = statement;
    return /Declaration$/.test(declaration.type) ? [] : [['default', declaration as Expression]];
  }
  if (statement.type !== 'ExportNamedDeclaration') return [];
  if (statement.declaration?.type === 'VariableDeclaration') {
    return namesOf(statement.declaration).map((id) => [id.name, id]);
  }
  if (statement.source) return [];
  return statement.specifiers.flatMap((specifier) =>
    specifier.type === 'ExportSpecifier'
      ? [
          [
            specifier.exported.type === 'Identifier' ? specifier.exported.name : specifier.exported.value,
            specifier.local,
          ] as const,
        ]
      : [],
  );
}

function namesOf(declaration: VariableDeclaration) {
  return declaration.declarations.map(({ id }) => id).filter((id) => id.type === 'Identifier');
}

function bindingsOf(program: Program): Map<string, Binding> {
  return new Map(
    program.body.flatMap((statement) => {
      const declared =
        statement.type === 'ExportNamedDeclaration' ? (statement.declaration ?? statement) : statement;
      return bindingsIn(declared);
    }),
  );
}

function bindingsIn(statement: Statement): (readonly [string, Binding])[] {
  if (statement.type === 'ImportDeclaration') {
    const what = `imported from "${statement.source.value}"`;
    return statement.specifiers.map(({ local }) => [local.name, { kind: 'other', what }] as const);
  }
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' ? [[id.name, toBinding(statement.kind, init)] as const] : [],
  );
}

function toBinding(kind: string, value: Expression | null | undefined): Binding {
  return kind === 'const' && value
    ? { kind: 'constant', value }
    : { kind: 'other', what: `a variable (\`${kind}\`), not a constant` };
}
