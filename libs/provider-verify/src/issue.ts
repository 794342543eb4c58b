import type { Interaction } from '@fixpoint/contract-formats';
import type { Severity } from '@fixpoint/model';
import type { Located, OpenApiDocument, Operation } from '@fixpoint/openapi-document';
import type { Match } from '@fixpoint/openapi-routing';
import type { SchemaChecker, SchemaProblem } from '@fixpoint/openapi-schema';

/** Something in an interaction that the contract does not have, or has otherwise. */
export interface Issue {
  /** Without the prefix of the derivation. */
  readonly id: string;
  readonly severity: Severity;
  /** JSON pointer below the interaction. */
  readonly at: string;
  /** What is wrong, as the end of a sentence that begins with the interaction. */
  readonly message: string;
  /** The place in the contract that it breaks. */
  readonly rule: { readonly file: string; readonly pointer: string };
  readonly expected?: string;
  readonly actual?: string;
}

/** An interaction with the operation that answers it. */
export interface Exchange {
  readonly interaction: Interaction;
  readonly document: OpenApiDocument;
  readonly operation: Operation;
  readonly pathValues: Match['pathValues'];
  readonly checker: SchemaChecker;
  /** JSON pointer below a side of the interaction at which the value of its body stands. */
  readonly bodyPointer: string;
}

/**
 * Whether the consumer means its request to be taken. A request that is answered with an error may be wrong on purpose, so what it sends is not
 * held against the contract.
 */
export function isMeantToSucceed({ response }: Interaction): boolean {
  return response.status < 400;
}

/** An error, or a warning where the request may be wrong on purpose. */
export function severityFor(interaction: Interaction): Severity {
  return isMeantToSucceed(interaction) ? 'error' : 'warning';
}

/** The value of a schema's problem, checked and told as issues. */
export interface ValueCheck {
  readonly id: string;
  readonly severity?: Severity;
  readonly at: string;
  /** What the value is called: `the query parameter "page"`. */
  readonly name: string;
  readonly schema: Located;
  readonly value: unknown;
  readonly reading: 'sent' | 'received' | 'expected';
  readonly coerce?: boolean;
}

/** Issues of a value that does not fit its schema. */
export function valueIssues({ checker }: Exchange, check: ValueCheck): Issue[] {
  const { schema, value, reading, coerce } = check;
  const verdict = checker.check(schema, value, { reading, ...(coerce !== undefined && { coerce }) });
  if (verdict.kind === 'checked') return verdict.problems.map((problem) => toIssue(check, problem));
  const { file, pointer } = schema;
  const message = `${check.name} cannot be checked, because its schema cannot be used: ${verdict.reason}`;
  return [{ id: 'unusable-schema', severity: 'error', at: check.at, message, rule: { file, pointer } }];
}

function toIssue(
  { id, severity = 'error', at, name, schema, coerce }: ValueCheck,
  { pointer, message, rule }: SchemaProblem,
): Issue {
  const inner = pointer === '' ? '' : ` at ${pointer}`;
  return {
    id,
    severity,
    // Parts of a parameter have no place of their own in a pact.
    at: coerce === true ? at : `${at}${pointer}`,
    message: `${name}${inner} ${message}`,
    rule: rule.file === '' ? { file: schema.file, pointer: schema.pointer } : rule,
  };
}
