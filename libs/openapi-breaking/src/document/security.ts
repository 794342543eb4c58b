import type { Located, OpenApiDocument, Operation } from '@fixpoint/openapi-document';
import { compareText } from '@fixpoint/model';
import { isRecord } from '@fixpoint/structured-text';
import { textsIn } from '../schema/keywords';

/** One way to authenticate: schemes that are needed together, with their scopes. Without any it is anonymous. */
export type Alternative = ReadonlyMap<string, readonly string[]>;

/** What an operation asks for. */
export interface Requirements {
  readonly alternatives: readonly Alternative[];
  /** Whether they stand at the document and not at the operation. */
  readonly isGlobal: boolean;
  readonly place: Located;
}

/** The requirements of an operation: its own, or else those of the document. */
export function requirementsOf(document: OpenApiDocument, operation: Operation): Requirements {
  const own = document.child(operation.place, 'security');
  const list = own ?? document.child(document.root, 'security');
  const alternatives = Array.isArray(list?.value) ? list.value.filter(isRecord).map(toAlternative) : [];
  return {
    alternatives: alternatives.length > 0 ? alternatives : [new Map()],
    isGlobal: own === undefined,
    place: list ?? operation.place,
  };
}

function toAlternative(requirement: Readonly<Record<string, unknown>>): Alternative {
  return new Map(Object.entries(requirement).map(([scheme, scopes]) => [scheme, textsIn(scopes)]));
}

/** Whether calls without credentials are accepted. */
export function isAnonymous({ alternatives }: Requirements): boolean {
  return alternatives.some(({ size }) => size === 0);
}

/** Whether credentials that satisfy one alternative satisfy another one too. */
export function satisfies(credentials: Alternative, wanted: Alternative): boolean {
  return [...wanted].every(([scheme, scopes]) => {
    const granted = credentials.get(scheme);
    return granted !== undefined && scopes.every((scope) => granted.includes(scope));
  });
}

/** The schemes of an alternative, without scopes. */
export function schemesOf(alternative: Alternative): string {
  return [...alternative.keys()].sort(compareText).join(' and ');
}

/** An alternative in words. */
export function alternativeText(alternative: Alternative): string {
  const texts = [...alternative].map(([scheme, scopes]) =>
    scopes.length === 0 ? scheme : `${scheme} (${scopes.join(', ')})`,
  );
  return texts.length === 0 ? 'no credentials' : texts.join(' and ');
}
