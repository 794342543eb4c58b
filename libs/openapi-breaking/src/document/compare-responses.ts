import type { Located, OpenApiDocument, Operation } from '@fixpoint/openapi-document';
import { codeSpan, isRecord } from '@fixpoint/structured-text';
import type { Difference } from '../difference';
import { compareContent } from './compare-content';
import { differenceIn, resolvedChild, wholePart, type OperationContext } from './compare-context';
import { compareHeaders } from './compare-headers';

/** Compares the responses of an operation: statuses, headers, bodies. */
export function compareResponses(context: OperationContext): Difference[] {
  const old = responsesOf(context.old, context.oldOperation);
  const now = responsesOf(context.now, context.nowOperation);
  const removed = [...old].filter(([status]) => coverOf(now, status) === undefined);
  const added = [...now].filter(([status]) => coverOf(old, status) === undefined);
  return [
    ...removed.map(([status, place]) =>
      differenceIn(context, `response-${kindOf(status)}-status-removed`, {
        subject: nameOf(status),
        from: status,
        old: place,
        part: wholePart('response', status),
      }),
    ),
    ...added.map(([status, place]) =>
      differenceIn(context, `response-${kindOf(status)}-status-added`, {
        subject: nameOf(status),
        to: status,
        now: place,
        part: wholePart('response', status),
      }),
    ),
    ...pairsOf(old, now).flatMap((pair) => compareResponse(context, pair)),
  ];
}

type Responses = ReadonlyMap<string, Located>;

function responsesOf(document: OpenApiDocument, operation: Operation): Responses {
  const responses = resolvedChild(document, operation.place, 'responses');
  if (responses === undefined || !isRecord(responses.value)) return new Map();
  return new Map(
    Object.keys(responses.value)
      .filter((status) => !status.startsWith('x-'))
      .flatMap((status) => {
        const place = resolvedChild(document, responses, status);
        return place === undefined ? [] : [[normalStatus(status), place] as const];
      }),
  );
}

function normalStatus(status: string): string {
  return status.toUpperCase() === 'DEFAULT' ? 'default' : status.toUpperCase();
}

/** The status that says what happens with another one: itself, its range, or what holds for all the rest. */
function coverOf(responses: Responses, status: string): string | undefined {
  const range = `${status[0]}XX`;
  return [status, range, 'default'].find((name) => {
    // What holds for the rest says nothing of success.
    const isMeant = name !== 'default' || status === 'default' || kindOf(status) === 'non-success';
    return isMeant && responses.has(name);
  });
}

function pairsOf(old: Responses, now: Responses): { status: string; old: Located; now: Located }[] {
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((status) => {
    const was = old.get(coverOf(old, status) ?? '');
    const is = now.get(coverOf(now, status) ?? '');
    return was === undefined || is === undefined ? [] : [{ status, old: was, now: is }];
  });
}

function kindOf(status: string): 'success' | 'non-success' {
  return status.startsWith('2') ? 'success' : 'non-success';
}

function nameOf(status: string): string {
  return `the ${/^\w+$/.test(status) ? status : codeSpan(status)} response`;
}

function compareResponse(
  context: OperationContext,
  { status, old, now }: { status: string; old: Located; now: Located },
): Difference[] {
  const part = wholePart('response', status);
  return [
    ...compareHeaders(context, { name: nameOf(status), status, old, now }),
    ...compareContent(context, { kind: 'response-body', name: nameOf(status), part, old, now }),
  ];
}
