import type { Located } from '@fixpoint/openapi-document';
import { isRecord } from '@fixpoint/structured-text';
import type { Difference } from '../difference';
import { compareContent } from './compare-content';
import { differenceIn, resolvedChild, wholePart, type OperationContext } from './compare-context';

const SUBJECT = 'the request body';

/** Compares the request bodies of an operation. */
export function compareRequestBody(context: OperationContext): Difference[] {
  const old = resolvedChild(context.old, context.oldOperation.place, 'requestBody');
  const now = resolvedChild(context.now, context.nowOperation.place, 'requestBody');
  const part = { side: 'request', element: { in: 'body', path: [] } } as const;
  if (old === undefined && now === undefined) return [];
  if (old === undefined || now === undefined) {
    const place = (old ?? now) as Located;
    const kind = isRequired(place) ? 'required' : 'optional';
    return [
      old === undefined
        ? differenceIn(context, `request-body-added-${kind}`, { subject: SUBJECT, now: place, part })
        : differenceIn(context, 'request-body-removed', { subject: SUBJECT, old: place, part }),
    ];
  }
  const requirement =
    isRequired(old) === isRequired(now)
      ? []
      : [
          differenceIn(
            context,
            isRequired(now) ? 'request-body-became-required' : 'request-body-became-optional',
            { subject: SUBJECT, old, now, part },
          ),
        ];
  const bodies = { kind: 'request-body', name: SUBJECT, part: wholePart('request'), old, now } as const;
  return [...requirement, ...compareContent(context, bodies)];
}

function isRequired({ value }: Located): boolean {
  return isRecord(value) && value['required'] === true;
}
