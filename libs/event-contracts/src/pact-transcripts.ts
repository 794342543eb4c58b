import type { Finding } from '@fixpoint/model';
import { responseFor, type RouteTable } from '@fixpoint/openapi-routing';
import type { PactFile } from '@fixpoint/pact-files';
import { findingAt } from '@fixpoint/structured-text';
import type { StreamMedia } from './event-contract';
import { isEventStream } from './stream-media';
import type { Transcript } from './transcript';

/** The transcripts of a pact; bodies that should be one and are not are findings. */
export interface PactTranscripts {
  readonly transcripts: readonly Transcript[];
  readonly findings: readonly Finding[];
}

/**
 * The bodies of event streams that a consumer expects. Interactions that meet no operation, or one that is no event stream, are left to
 * provider-verify.
 *
 * @req FP-SSE-003
 */
export function pactTranscripts(
  pact: PactFile,
  table: RouteTable,
  media: readonly StreamMedia[],
): PactTranscripts {
  const transcripts: Transcript[] = [];
  const findings: Finding[] = [];
  for (const { request, response, pointer, description } of pact.interactions) {
    const { body } = response;
    const said = contentTypeOf(response.headers, 'content-type') ?? contentTypeOf(request.headers, 'accept');
    const match = table.find(request.method, request.path);
    if (match === undefined || body === undefined || body === null || !isEventStream(said ?? '')) continue;
    const key = responseFor(match.document, match.operation, response.status)?.key;
    const stream = media.find(({ operation, status }) => operation === match.operation && status === key);
    if (stream === undefined) continue;
    const at = `${pointer}/response/body${pact.version === 4 ? '/content' : ''}`;
    if (typeof body === 'string') {
      transcripts.push({
        text: body,
        media: stream,
        isYaml: false,
        finding: ({ line }, finding) =>
          findingAt(pact.document, at, {
            ...finding,
            message: `"${description}": ${finding.message} (line ${line} of the body)`,
          }),
      });
    } else {
      findings.push(
        findingAt(pact.document, at, {
          id: 'event-transcripts/not-a-text',
          message: `"${description}": the body of an event stream must be a text, as it goes over the wire`,
          expected: 'a text',
          fix: `correct the test of ${pact.consumer} that writes ${pact.file}`,
        }),
      );
    }
  }
  return { transcripts, findings };
}

function contentTypeOf(
  headers: Readonly<Record<string, readonly string[]>>,
  name: string,
): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1][0];
}
