import { ToolError, type Finding, type Ports } from '@fixpoint/model';
import type { OpenApiDocument } from './openapi-document';
import { readDocument } from './read-document';
import { collectSources } from './sources';

/** Some documents, with everything that is wrong with those that could not be read. */
export interface ReadDocuments {
  readonly documents: readonly OpenApiDocument[];
  /** One finding at least for each document that is missing in `documents`; those of `readDocument` and `openapi/unreadable`. */
  readonly findings: readonly Finding[];
}

/** Reads several documents; one that is broken keeps none of the others from being read. */
export async function readDocuments(
  ports: Ports,
  named: readonly { readonly name: string; readonly file: string }[],
): Promise<ReadDocuments> {
  const results = await Promise.all(
    named.map(async ({ name, file }) => {
      try {
        return readDocument(name, await collectSources(ports, file));
      } catch (error) {
        if (!(error instanceof ToolError)) throw error;
        return { ok: false as const, findings: [unreadable(file, error)] };
      }
    }),
  );
  return {
    documents: results.flatMap((result) => (result.ok ? [result.value] : [])),
    findings: results.flatMap(({ findings }) => findings),
  };
}

function unreadable(file: string, { message, file: named }: ToolError): Finding {
  return {
    id: 'openapi/unreadable',
    severity: 'error',
    message,
    file: named ?? file,
    fix: `make ${named ?? file} a readable file of UTF-8 text`,
  };
}
