import type { Located } from '@fixpoint/openapi-document';
import { codeSpan } from '@fixpoint/structured-text';
import type { Difference, ExchangePart } from '../difference';
import type { RuleId } from '../rules/rules';
import type { Subject } from '../rules/schema-aspects';
import type { FoundChange } from '../schema/compare-schemas';
import type { Step } from '../schema/schema-change';
import { differenceIn, type OperationContext } from './compare-context';

/** What the schemas of a place belong to. */
export interface SchemaOwner {
  readonly kind: 'request-body' | 'response-body' | 'request-parameter' | 'response-header';
  /** How it is called: "the request body", "the query parameter `limit`". */
  readonly name: string;
  readonly part: ExchangePart;
  /** Where its schema stands in the newer document, for what has no place of its own. */
  readonly place: Located;
}

const NESTED: Readonly<Record<SchemaOwner['kind'], { nested: Subject; silent: Subject }>> = {
  'request-body': { nested: 'request-property', silent: 'request-read-only-property' },
  'response-body': { nested: 'response-property', silent: 'response-write-only-property' },
  'request-parameter': { nested: 'request-parameter-property', silent: 'request-read-only-property' },
  'response-header': { nested: 'response-header-property', silent: 'response-write-only-property' },
};

/** Compares the schemas of a body, a parameter or a header at any depth. */
export function compareSchemaAt(
  context: OperationContext,
  owner: SchemaOwner,
  schemas: { readonly old: Located; readonly now: Located },
): Difference[] {
  const isRequest = owner.kind.startsWith('request');
  const found = context.compareSchemas({
    old: [schemas.old],
    now: [schemas.now],
    direction: isRequest ? 'request' : 'response',
    isText: owner.kind === 'request-parameter' || owner.kind === 'response-header',
    isSilent: false,
    isNullKnown: false,
  });
  return found.map((one) => toDifference(context, owner, one));
}

function toDifference(context: OperationContext, owner: SchemaOwner, found: FoundChange): Difference {
  const { change, path } = found;
  const whole = change.property === undefined ? path : [...path, { property: change.property }];
  return differenceIn(context, ruleOfChange(owner.kind, found), {
    subject: whole.length === 0 ? owner.name : `the property ${codeSpan(pathText(whole))} of ${owner.name}`,
    from: change.from,
    to: change.to,
    old: change.old,
    now: change.now ?? owner.place,
    part: partOf(owner, whole, change.value),
  });
}

function ruleOfChange(kind: SchemaOwner['kind'], { change, path, isSilent }: FoundChange): RuleId {
  if ('rule' in change.what) return change.what.rule;
  const { nested, silent } = NESTED[kind];
  const subject = isSilent ? silent : path.length > 0 ? nested : kind;
  return `${subject}-${change.what.aspect}`;
}

// What is within a parameter or a header depends on how it is written; whether it is used at all can be told.
function partOf({ part }: SchemaOwner, path: readonly Step[], value: unknown): ExchangePart {
  const { element } = part;
  const at = element?.in === 'body' ? { ...part, element: { in: 'body' as const, path } } : part;
  const isWhole = element?.in === 'body' || path.length === 0;
  return value === undefined || !isWhole ? at : { ...at, value };
}

/** A way through a schema as people write it: `a.b[].c`, and `a.*` for keys without a name. */
export function pathText(path: readonly Step[]): string {
  return path
    .map((step, index) => {
      if (step === 'items') return '[]';
      const name = step === 'values' ? '*' : step.property;
      return index === 0 ? name : `.${name}`;
    })
    .join('');
}
