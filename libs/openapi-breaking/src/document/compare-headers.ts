import type { Located, OpenApiDocument } from '@fixpoint/openapi-document';
import { codeSpan, isRecord } from '@fixpoint/structured-text';
import type { Difference, ExchangePart } from '../difference';
import { differenceIn, resolvedChild, type OperationContext } from './compare-context';
import { compareSchemaAt } from './compare-schema-at';
import { schemaOf } from './media-types';

interface Responses {
  /** How the response is called. */
  readonly name: string;
  readonly status: string;
  readonly old: Located;
  readonly now: Located;
}

interface Header {
  readonly name: string;
  readonly isRequired: boolean;
  readonly place: Located;
}

/** Compares the headers of two responses; names count in any case. */
export function compareHeaders(context: OperationContext, responses: Responses): Difference[] {
  const old = headersOf(context.old, responses.old);
  const now = headersOf(context.now, responses.now);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const { name } = (is ?? was) as Header;
    const subject = `the header ${codeSpan(name)} of ${responses.name}`;
    const part: ExchangePart = {
      side: 'response',
      status: responses.status,
      element: { in: 'header', name: key },
    };
    if (was !== undefined && is !== undefined) {
      return compareHeader(context, { subject, part, was, is });
    }
    if (is !== undefined) {
      return [differenceIn(context, 'response-header-added', { subject, now: is.place, part })];
    }
    const kind = was?.isRequired ? 'required' : 'optional';
    return [
      differenceIn(context, `${kind}-response-header-removed`, {
        subject,
        old: was?.place,
        now: responses.now,
        part,
      }),
    ];
  });
}

function headersOf(document: OpenApiDocument, response: Located): ReadonlyMap<string, Header> {
  const headers = document.child(response, 'headers');
  if (headers === undefined || !isRecord(headers.value)) return new Map();
  return new Map(
    Object.keys(headers.value)
      // The specification has this one ignored: media types say it.
      .filter((name) => name.toLowerCase() !== 'content-type')
      .flatMap((name) => {
        const place = resolvedChild(document, headers, name);
        if (place === undefined || !isRecord(place.value)) return [];
        const isRequired = place.value['required'] === true;
        return [[name.toLowerCase(), { name, isRequired, place }] as const];
      }),
  );
}

function compareHeader(
  context: OperationContext,
  { subject, part, was, is }: { subject: string; part: ExchangePart; was: Header; is: Header },
): Difference[] {
  const requirement =
    was.isRequired === is.isRequired
      ? []
      : [
          differenceIn(
            context,
            is.isRequired ? 'response-header-became-required' : 'response-header-became-optional',
            { subject, old: was.place, now: is.place, part },
          ),
        ];
  const old = schemaOf(context.old, was.place);
  const now = schemaOf(context.now, is.place);
  if (old === undefined || now === undefined) return requirement;
  const owner = { kind: 'response-header', name: subject, part, place: is.place } as const;
  return [...requirement, ...compareSchemaAt(context, owner, { old, now })];
}
