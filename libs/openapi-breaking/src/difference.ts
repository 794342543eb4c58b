import type { Located } from '@fixpoint/openapi-document';
import type { RuleId } from './rules/rules';
import type { Step } from './schema/schema-change';

/** The operation that a difference is about. */
export interface OperationName {
  /** In upper case, but for methods that are no HTTP methods. */
  readonly method: string;
  /** The template as the newer document has it, or the older one when the operation is gone. */
  readonly path: string;
  /** The template as the older document has it; absent for a new operation. */
  readonly oldPath?: string;
}

/** The part of an exchange that a difference is about; what interactions use is looked up by it. */
export interface ExchangePart {
  readonly side: 'request' | 'response';
  /** Responses with this status only: as the document has it, `2XX` and `default` included. */
  readonly status?: string;
  /** Where a value is: the whole message when absent. */
  readonly element?:
    | { readonly in: 'body'; readonly path: readonly Step[] }
    | { readonly in: 'query' | 'header' | 'path' | 'cookie' | 'mediaType'; readonly name: string };
  /** The value that has to be there to be used. */
  readonly value?: unknown;
}

/** One difference between two documents. */
export interface Difference {
  readonly rule: RuleId;
  /** Absent where the whole document is meant. */
  readonly operation?: OperationName;
  /** What it happened to, as the beginning of a sentence; names of the user are code spans, so that it is Markdown too. */
  readonly subject: string;
  readonly from?: string;
  readonly to?: string;
  /** Where it stood in the older document; absent for what is new. */
  readonly old?: Located;
  /** Where it stands in the newer document, or what would hold it. */
  readonly now: Located;
  readonly part?: ExchangePart;
}

/** An operation as waivers and messages name it. */
export function operationText({ method, path }: OperationName): string {
  return `${method} ${path}`;
}
