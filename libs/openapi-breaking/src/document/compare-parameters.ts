import type { Located, OpenApiDocument, Operation } from '@fixpoint/openapi-document';
import { codeSpan } from '@fixpoint/structured-text';
import type { Difference, ExchangePart } from '../difference';
import type { RuleId } from '../rules/rules';
import { compareLifecycle } from '../schema/compare-lifecycle';
import { differenceIn, type OperationContext } from './compare-context';
import { compareSchemaAt } from './compare-schema-at';
import { departureOf, lifecycleOf } from './lifecycle';
import { mediaTypesOf, schemaOf } from './media-types';
import { templateNames } from './path-template';

type Place = 'query' | 'header' | 'path' | 'cookie';

/** A parameter by what tells it from others. */
interface Parameter {
  readonly in: Place;
  /** As the document has it. */
  readonly name: string;
  /** Names of headers in lower case, parameters of the path by their position. */
  readonly key: string;
  readonly isRequired: boolean;
  readonly place: Located<Readonly<Record<string, unknown>>>;
}

interface ParameterPair {
  readonly old: Parameter;
  readonly now: Parameter;
}

/** The specification has headers of these names ignored: they are said in other ways. */
const IGNORED_HEADERS = new Set(['accept', 'content-type', 'authorization']);
const PLACES: readonly string[] = ['query', 'header', 'path', 'cookie'];

/** Compares the parameters of an operation. */
export function compareParameters(context: OperationContext): Difference[] {
  const old = parametersOf(context.oldOperation);
  const now = parametersOf(context.nowOperation);
  const partnerOf = (parameter: Parameter, others: readonly Parameter[]): Parameter | undefined =>
    others.find(({ key }) => key === parameter.key);
  const removed = old.filter((parameter) => partnerOf(parameter, now) === undefined);
  const added = now.filter((parameter) => partnerOf(parameter, old) === undefined);
  const moved = pairByName(removed, added);
  const isMoved = (parameter: Parameter): boolean =>
    moved.some((pair) => pair.old === parameter || pair.now === parameter);
  return [
    ...moved.map((pair) => relocation(context, pair)),
    ...removed.filter((parameter) => !isMoved(parameter)).map((parameter) => departure(context, parameter)),
    ...added.filter((parameter) => !isMoved(parameter)).map((parameter) => arrival(context, parameter)),
    ...old.flatMap((was) => {
      const is = partnerOf(was, now);
      return is === undefined ? [] : compareParameter(context, { old: was, now: is });
    }),
  ];
}

/** Parameters that are gone with those of the same name that are new, each once. */
function pairByName(removed: readonly Parameter[], added: readonly Parameter[]): ParameterPair[] {
  const free = new Set(added);
  return removed.flatMap((old) => {
    const now = [...free].find(({ name }) => name === old.name);
    if (now === undefined) return [];
    free.delete(now);
    return [{ old, now }];
  });
}

function parametersOf(operation: Operation): Parameter[] {
  const positions = templateNames(operation.path);
  return operation.parameters.flatMap((place) => {
    const { in: where, name, required } = place.value;
    if (typeof name !== 'string' || typeof where !== 'string' || !PLACES.includes(where)) return [];
    if (where === 'header' && IGNORED_HEADERS.has(name.toLowerCase())) return [];
    const position = where === 'path' ? positions.indexOf(name) : -1;
    const own = where === 'header' ? name.toLowerCase() : name;
    const key = `${where} ${position === -1 ? own : `{${position}}`}`;
    // A path without one of its parameters is another path, whatever `required` says.
    const isRequired = where === 'path' || required === true;
    return [{ in: where as Place, name, key, isRequired, place }];
  });
}

function subjectOf(parameter: Parameter): string {
  return `the ${parameter.in} parameter ${codeSpan(parameter.name)}`;
}

function partOf(parameter: Parameter): ExchangePart {
  return { side: 'request', element: { in: parameter.in, name: parameter.name } };
}

function relocation(context: OperationContext, { old, now }: ParameterPair): Difference {
  return differenceIn(context, 'request-parameter-location-changed', {
    subject: `the parameter ${codeSpan(old.name)}`,
    from: old.in,
    to: now.in,
    old: old.place,
    now: now.place,
    part: partOf(old),
  });
}

const DEPARTURES = {
  'without-deprecation': 'request-parameter-removed',
  'with-deprecation': 'request-parameter-removed-with-deprecation',
  'before-sunset': 'request-parameter-removed-before-sunset',
  'sunset-parse': 'request-parameter-sunset-parse',
} as const;

function departure(context: OperationContext, parameter: Parameter): Difference {
  const lifecycle = lifecycleOf(parameter.place);
  return differenceIn(context, DEPARTURES[departureOf(lifecycle, context.today)], {
    subject: subjectOf(parameter),
    from: lifecycle.sunset,
    old: parameter.place,
    part: partOf(parameter),
  });
}

function arrival(context: OperationContext, parameter: Parameter): Difference {
  const rule: RuleId =
    parameter.in === 'path'
      ? 'new-request-path-parameter'
      : parameter.isRequired
        ? 'new-required-request-parameter'
        : 'new-optional-request-parameter';
  return differenceIn(context, rule, {
    subject: subjectOf(parameter),
    now: parameter.place,
    part: partOf(parameter),
  });
}

function compareParameter(context: OperationContext, pair: ParameterPair): Difference[] {
  const { old, now } = pair;
  const common = { subject: subjectOf(now), old: old.place, now: now.place, part: partOf(old) };
  return [
    ...(old.isRequired === now.isRequired
      ? []
      : [
          differenceIn(
            context,
            now.isRequired ? 'request-parameter-became-required' : 'request-parameter-became-optional',
            common,
          ),
        ]),
    ...compareLifecycle(lifecycleOf(old.place), lifecycleOf(now.place), context.announcedOn).map(
      ({ event, from, to }) => differenceIn(context, `request-parameter-${event}`, { ...common, from, to }),
    ),
    ...compareSerialization(context, pair).map(({ rule, from, to }) =>
      differenceIn(context, rule, { ...common, from, to }),
    ),
    ...compareParameterSchemas(context, pair),
  ];
}

interface Serialization {
  readonly style: string;
  readonly explode: boolean;
}

function compareSerialization(
  context: OperationContext,
  { old, now }: ParameterPair,
): { rule: RuleId; from: string; to: string }[] {
  const was = serializationOf(context.old, old);
  const is = serializationOf(context.now, now);
  if (was.style !== is.style) {
    return [{ rule: 'request-parameter-style-changed', from: was.style, to: is.style }];
  }
  if (was.explode === is.explode) return [];
  return [{ rule: 'request-parameter-explode-changed', from: String(was.explode), to: String(is.explode) }];
}

function serializationOf(document: OpenApiDocument, parameter: Parameter): Serialization {
  const [mediaType] = mediaTypesOf(document, parameter.place);
  if (mediaType !== undefined) return { style: mediaType.name, explode: false };
  const { style: written, explode } = parameter.place.value;
  const usual = parameter.in === 'query' || parameter.in === 'cookie' ? 'form' : 'simple';
  const style = typeof written === 'string' ? written : usual;
  return { style, explode: typeof explode === 'boolean' ? explode : style === 'form' };
}

function compareParameterSchemas(context: OperationContext, { old, now }: ParameterPair): Difference[] {
  const was = schemaOf(context.old, old.place);
  const is = schemaOf(context.now, now.place);
  if (was === undefined || is === undefined) return [];
  return compareSchemaAt(
    context,
    { kind: 'request-parameter', name: subjectOf(now), part: partOf(old), place: now.place },
    { old: was, now: is },
  );
}
