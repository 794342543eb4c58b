import type { Located, OpenApiDocument, Operation } from '@fixpoint/openapi-document';
import type { Difference, ExchangePart, OperationName } from '../difference';
import type { RuleId } from '../rules/rules';
import type { ComparedDocuments, SchemaComparer } from '../schema/compare-schemas';

/** What the parts of the comparison share. */
export interface CompareContext extends Required<ComparedDocuments> {
  readonly compareSchemas: SchemaComparer;
}

/** Two operations that are the same, and how they are called. */
export interface OperationContext extends CompareContext {
  readonly oldOperation: Operation;
  readonly nowOperation: Operation;
  readonly operation: OperationName;
}

/** What a difference is made of beside its rule. */
export type DifferenceParts = Omit<Difference, 'rule' | 'operation' | 'now'> & {
  readonly now?: Located;
};

/** A difference of an operation; without a place of its own it stands at the operation. */
export function differenceIn(context: OperationContext, rule: RuleId, parts: DifferenceParts): Difference {
  return { now: context.nowOperation.place, ...withoutUndefined(parts), rule, operation: context.operation };
}

/** Leaves out what is undefined, so that differences have the keys they need only. */
export function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

/** How an operation is called. */
export function nameOfOperation(now: Operation, old?: Operation): OperationName {
  return {
    method: /^[a-z]+$/.test(now.method) ? now.method.toUpperCase() : now.method,
    path: now.path,
    ...(old && { oldPath: old.path }),
  };
}

/** The value below a place with its references followed. */
export function resolvedChild(
  document: OpenApiDocument,
  place: Located | undefined,
  ...keys: readonly (string | number)[]
): Located | undefined {
  const child = place && document.child(place, ...keys);
  return child && document.resolve(child);
}

/** A part of a message, for what happens to the whole of it. */
export function wholePart(side: ExchangePart['side'], status?: string): ExchangePart {
  return { side, ...(status !== undefined && { status }) };
}
