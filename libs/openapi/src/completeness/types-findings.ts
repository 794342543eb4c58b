import type { Finding } from '@fixpoint/model';
import type { Located, OpenApiDocument } from '@fixpoint/openapi-document';
import { isRecord } from '@fixpoint/structured-text';
import { declaredType, memberTypes, parseTypeScript } from './parse-typescript';

/** Schemas and operations of the document that a file of generated types lacks. The generator's own word is not taken. */
export function typesFindings(document: OpenApiDocument, path: string, text: string): Finding[] {
  const statements = parseTypeScript(text);
  if ('problem' in statements) return [notTypeScript(path, statements.problem)];
  const schemas = memberTypes(memberTypes(declaredType(statements, 'components')).get('schemas'));
  const paths = memberTypes(declaredType(statements, 'paths'));
  const missingSchemas = schemasOf(document).filter(([name]) => !schemas.has(name));
  const missingOperations = document.operations.filter(({ path: template, method }) => {
    const item = paths.get(template);
    // A path item that is a reference is a type of its own, and whatever reads it is checked by the compiler.
    if (item === undefined) return true;
    const type = memberTypes(item).get(method);
    return item.type === 'TSTypeLiteral' && (type === undefined || type.type === 'TSNeverKeyword');
  });
  return [
    ...missingSchemas.map(([name, place]) => lacks(document, place, `no type of the schema "${name}"`, path)),
    ...missingOperations.map(({ method, path: template, place }) =>
      lacks(document, place, `no type of ${method.toUpperCase()} ${template}`, path),
    ),
  ];
}

function schemasOf(document: OpenApiDocument): [string, Located][] {
  const schemas = document.child(document.root, 'components', 'schemas');
  if (schemas === undefined || !isRecord(schemas.value)) return [];
  return Object.keys(schemas.value).map((name) => [name, document.child(schemas, name) as Located]);
}

/** A part of the document that a generated file says nothing of. */
export function lacks(document: OpenApiDocument, place: Located, what: string, path: string): Finding {
  return document.finding(place, {
    id: 'regen-openapi/incomplete',
    message: `${path} would hold ${what}, so it is not written`,
    expected: what.replace(/^no /, ''),
    fix: 'update the generator, or choose another one: what it leaves out cannot be relied on',
  });
}

/** A generated file that is not the language it is written in. */
export function notTypeScript(path: string, problem: string): Finding {
  return {
    id: 'regen-openapi/invalid-typescript',
    severity: 'error',
    message: `what was generated for ${path} is not TypeScript, so it is not written: ${problem}`,
    file: path,
    fix: 'update the generator, or choose another one',
  };
}
