import { normalize } from 'node:path/posix';
import type { ContractsConfig, DocumentConfig } from '@fixpoint/contract-formats';
import { isRelativePath, type Finding } from '@fixpoint/model';
import { OUTPUT_LIST } from './output-list';

/** A document with its files as plain paths: `./src/api.ts` and `src/api.ts` are one. */
export function withPlainPaths(config: DocumentConfig): DocumentConfig {
  const { file, types, client, command } = config;
  return {
    ...config,
    file: normalize(file),
    ...(types !== undefined && { types: normalize(types) }),
    ...(client !== undefined && { client: normalize(client) }),
    ...(command !== undefined && { command: { ...command, outputs: command.outputs.map(normalize) } }),
  };
}

/** Every file that is generated from a document. */
export function outputsOf({ types, client, command }: DocumentConfig): string[] {
  return [types, client, ...(command?.outputs ?? [])].filter((path) => path !== undefined);
}

/** Whether anything is generated in a root at all. */
export function generatesNothing({ documents }: ContractsConfig): boolean {
  return documents.every((document) => outputsOf(document).length === 0);
}

/**
 * What keeps the outputs of a document from being its own: another document has one of them too, it lies outside or is the document itself, or
 * there is a client without the types it is made of. Letters' case does not tell files apart everywhere, so it does not here.
 */
export function outputFindings(document: DocumentConfig, all: readonly DocumentConfig[]): Finding[] {
  const outputs = outputsOf(document);
  const problem = (id: string, message: string, fix: string): Finding => ({
    id: `regen-openapi/${id}`,
    severity: 'error',
    message,
    file: document.file,
    fix,
  });
  const others = all.filter((other) => other !== document);
  const shared = outputs.flatMap((path, index) => [
    ...others
      .filter((other) => includes(outputsOf(other), path))
      .map(({ name }) => ({ path, by: `"${name}"` })),
    ...all
      .flatMap(outputsOf)
      .filter((other) => isBelow(path, other) || isBelow(other, path))
      .map((other) => ({ path, by: `${other}: one would be the directory of the other` })),
    ...(includes(outputs.slice(0, index), path) ? [{ path, by: 'another generator of the document' }] : []),
    ...(includes([OUTPUT_LIST.file, ...all.map(({ file }) => file)], path)
      ? [{ path, by: 'what is read' }]
      : []),
  ]);
  const findings = shared.map(({ path, by }) =>
    problem(
      'output-conflict',
      `${path} is an output of "${document.name}" and of ${by}`,
      'give each its own output',
    ),
  );
  const outside = outputs.filter((path) => !isRelativePath(path));
  findings.push(
    ...outside.map((path) =>
      problem(
        'output-outside',
        `${path}, an output of "${document.name}", lies outside of the directory of ${OUTPUT_LIST.file}`,
        'name a file below it',
      ),
    ),
  );
  if (document.client === undefined || document.types !== undefined) return findings;
  return [
    ...findings,
    problem(
      'client-without-types',
      `"${document.name}" has a client but no types, which a client is made of`,
      `give "${document.name}" an output for its types`,
    ),
  ];
}

function isBelow(path: string, directory: string): boolean {
  return path.toLowerCase().startsWith(`${directory.toLowerCase()}/`);
}

function includes(paths: readonly string[], path: string): boolean {
  return paths.some((other) => other.toLowerCase() === path.toLowerCase());
}
