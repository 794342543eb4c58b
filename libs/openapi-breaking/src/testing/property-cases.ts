import type { OpenApiDocument } from '@fixpoint/openapi-document';
import { operationOf } from './documents';
import type { RuleCase } from './rule-cases';

type Part = Readonly<Record<string, unknown>>;
type Documents = readonly [OpenApiDocument, OpenApiDocument];

/** An object with one property, required or not; without it when there is no part. */
interface Holder {
  readonly property?: Part;
  readonly isRequired?: boolean;
  readonly isClosed?: boolean;
}

const schemaOf = ({ property, isRequired, isClosed }: Holder): Part => ({
  type: 'object',
  properties: property === undefined ? {} : { p: property },
  ...(isRequired && { required: ['p'] }),
  ...(isClosed && { additionalProperties: false }),
});
const content = (holder: Holder): Part => ({ content: { 'application/json': { schema: schemaOf(holder) } } });
const request = (holder: Holder): OpenApiDocument => operationOf({ requestBody: content(holder) });
const response = (holder: Holder): OpenApiDocument =>
  operationOf({ responses: { 200: { description: 'Done', ...content(holder) } } });

const requests = (old: Holder, now: Holder): Documents => [request(old), request(now)];
const responses = (old: Holder, now: Holder): Documents => [response(old), response(now)];

const NONE: Holder = {};
const OPTIONAL: Holder = { property: {} };
const REQUIRED: Holder = { property: {}, isRequired: true };
const WITH_DEFAULT: Holder = { property: { default: 1 }, isRequired: true };
const READ_ONLY: Holder = { property: { readOnly: true } };
const WRITE_ONLY: Holder = { property: { writeOnly: true } };
const NEEDED_WRITE_ONLY: Holder = { ...WRITE_ONLY, isRequired: true };

const REQUESTS: Record<string, RuleCase> = {
  'new-required-request-property': {
    fires: requests(NONE, REQUIRED),
    near: requests(NONE, { ...READ_ONLY, isRequired: true }),
  },
  'new-required-request-property-with-default': {
    fires: requests(NONE, WITH_DEFAULT),
    near: requests(NONE, REQUIRED),
  },
  'new-optional-request-property': { fires: requests(NONE, OPTIONAL), near: requests(NONE, REQUIRED) },
  'request-property-removed': {
    fires: requests(OPTIONAL, NONE),
    near: requests(OPTIONAL, { isClosed: true }),
  },
  'request-property-removed-from-closed-object': {
    fires: requests({ ...OPTIONAL, isClosed: true }, { isClosed: true }),
    near: requests({ ...OPTIONAL, isClosed: true }, NONE),
  },
  'request-read-only-property-removed': {
    fires: requests(READ_ONLY, NONE),
    near: requests(WRITE_ONLY, NONE),
  },
  'request-property-became-required': {
    fires: requests(OPTIONAL, REQUIRED),
    near: requests(READ_ONLY, { ...READ_ONLY, isRequired: true }),
  },
  'request-property-became-required-with-default': {
    fires: requests({ property: { default: 1 } }, WITH_DEFAULT),
    near: requests(OPTIONAL, REQUIRED),
  },
  'request-property-became-optional': {
    fires: requests(REQUIRED, OPTIONAL),
    near: requests(REQUIRED, REQUIRED),
  },
};

const RESPONSES: Record<string, RuleCase> = {
  'response-required-property-added': { fires: responses(NONE, REQUIRED), near: responses(NONE, OPTIONAL) },
  'response-optional-property-added': { fires: responses(NONE, OPTIONAL), near: responses(NONE, WRITE_ONLY) },
  'response-required-write-only-property-added': {
    fires: responses(NONE, NEEDED_WRITE_ONLY),
    near: responses(NONE, REQUIRED),
  },
  'response-optional-write-only-property-added': {
    fires: responses(NONE, WRITE_ONLY),
    near: responses(NONE, NEEDED_WRITE_ONLY),
  },
  'response-required-property-removed': { fires: responses(REQUIRED, NONE), near: responses(OPTIONAL, NONE) },
  'response-optional-property-removed': { fires: responses(OPTIONAL, NONE), near: responses(REQUIRED, NONE) },
  'response-required-write-only-property-removed': {
    fires: responses(NEEDED_WRITE_ONLY, NONE),
    near: responses(REQUIRED, NONE),
  },
  'response-optional-write-only-property-removed': {
    fires: responses(WRITE_ONLY, NONE),
    near: responses(READ_ONLY, NONE),
  },
  'response-property-became-optional': {
    fires: responses(REQUIRED, OPTIONAL),
    near: responses(NEEDED_WRITE_ONLY, WRITE_ONLY),
  },
  'response-property-became-required': {
    fires: responses(OPTIONAL, REQUIRED),
    near: responses(WRITE_ONLY, NEEDED_WRITE_ONLY),
  },
  'response-write-only-property-became-optional': {
    fires: responses(NEEDED_WRITE_ONLY, WRITE_ONLY),
    near: responses(REQUIRED, OPTIONAL),
  },
  'response-write-only-property-became-required': {
    fires: responses(WRITE_ONLY, NEEDED_WRITE_ONLY),
    near: responses(OPTIONAL, REQUIRED),
  },
};

/** `readOnly` and `writeOnly` come and go; the near miss is the same of a property that is required, or is not. */
const MUTABILITY: Record<string, RuleCase> = Object.fromEntries(
  (['readOnly', 'writeOnly'] as const).flatMap((flag) => {
    const name = flag === 'readOnly' ? 'read-only' : 'write-only';
    return (['request', 'response'] as const).flatMap((side) => {
      const documents = side === 'request' ? requests : responses;
      return [true, false].flatMap((isRequired) => {
        const cases = (required: boolean): Documents =>
          documents(
            { property: {}, isRequired: required },
            { property: { [flag]: true }, isRequired: required },
          );
        const [fires, near] = [cases(isRequired), cases(!isRequired)];
        const id = `${side}-${isRequired ? 'required' : 'optional'}-property-became`;
        return [
          [`${id}-${name}`, { fires, near }],
          [`${id}-not-${name}`, { fires: [fires[1], fires[0]], near: [near[1], near[0]] }],
        ];
      });
    });
  }),
) as Record<string, RuleCase>;

/** Cases of properties. */
export const PROPERTY_CASES: Readonly<Record<string, RuleCase>> = {
  ...REQUESTS,
  ...RESPONSES,
  ...MUTABILITY,
};
