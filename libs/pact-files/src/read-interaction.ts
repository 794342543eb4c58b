import type { Interaction } from '@fixpoint/contract-formats';
import type { Finding } from '@fixpoint/model';
import {
  count,
  findingAt,
  isRecord,
  nullable,
  recordOf,
  shapeProblems,
  text,
  type LocatedDocument,
} from '@fixpoint/structured-text';
import type { UnjudgedInteraction } from './pact-file';
import { readBody } from './read-body';
import { shapeFinding } from './shape-finding';
import { headersOf, queryOf, valuesShape } from './values';

/** What one entry of a pact comes to. */
export interface ReadInteraction {
  readonly interaction?: Interaction;
  readonly unjudged?: UnjudgedInteraction;
  readonly isPending: boolean;
  readonly findings: readonly Finding[];
}

/** The pact around an interaction. */
export interface PactContext {
  readonly document: LocatedDocument;
  readonly version: 2 | 3 | 4;
  readonly consumer: string;
  readonly provider: string;
}

const shape = recordOf({
  required: {
    request: recordOf({
      required: { method: text, path: text },
      optional: { query: nullable(valuesShape('query')), headers: nullable(valuesShape('headers')) },
    }),
    response: recordOf({
      required: { status: count },
      optional: { headers: nullable(valuesShape('headers')) },
    }),
  },
  optional: { description: text },
});

/** Reads one entry of `interactions` or `messages`. */
export function readInteraction(
  pact: PactContext,
  { value, pointer, key }: { readonly value: unknown; readonly pointer: string; readonly key: string },
): ReadInteraction {
  const type = isRecord(value) && typeof value['type'] === 'string' ? value['type'] : undefined;
  const isMessage = key === 'messages' || (type !== undefined && type.toLowerCase() !== 'synchronous/http');
  if (isMessage) {
    const unjudged = { pointer, description: descriptionOf(value), type: type ?? 'message' };
    return { unjudged, isPending: false, findings: [] };
  }
  const problems = shapeProblems(value, shape);
  if (problems.length > 0) {
    return {
      isPending: false,
      findings: problems.map((problem) => shapeFinding(pact.document, problem, pointer)),
    };
  }
  return readHttp(pact, value as Record<string, unknown>, pointer);
}

function readHttp(pact: PactContext, value: Record<string, unknown>, pointer: string): ReadInteraction {
  const { document, version, consumer, provider } = pact;
  const sides = (['request', 'response'] as const).map((side) => {
    const part = value[side] as Record<string, unknown>;
    return { part, headers: headersOf(part['headers']), body: readBody(part['body'], version), side };
  });
  const [request, response] = sides as [(typeof sides)[0], (typeof sides)[0]];
  const findings = sides.flatMap(({ side, body }) =>
    body.problem === undefined
      ? []
      : [
          findingAt(document, `${pointer}/${side}/body`, {
            id: 'pact/bad-body',
            message: `the ${side} body of "${descriptionOf(value)}" cannot be read: ${body.problem}`,
            fix: `write ${document.file} anew with the consumer's tests`,
          }),
        ],
  );
  if (findings.length > 0) return { isPending: false, findings };
  return {
    isPending: value['pending'] === true,
    findings,
    interaction: {
      file: document.file,
      pointer,
      consumer,
      provider,
      description: descriptionOf(value),
      request: {
        method: String(request.part['method']).toUpperCase(),
        path: String(request.part['path']),
        query: queryOf(request.part['query']),
        ...withBody(request),
      },
      response: { status: Number(response.part['status']), ...withBody(response) },
    },
  };
}

/** Headers and body of a side; a v4 body brings its content type with it. */
function withBody({
  headers,
  body,
}: {
  headers: Readonly<Record<string, readonly string[]>>;
  body: ReturnType<typeof readBody>;
}) {
  const isNamed = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  const { contentType } = body;
  return {
    headers: contentType === undefined || isNamed ? headers : { ...headers, 'Content-Type': [contentType] },
    ...('content' in body && { body: body.content }),
  };
}

function descriptionOf(value: unknown): string {
  const description = isRecord(value) ? value['description'] : undefined;
  return typeof description === 'string' ? description : '';
}
