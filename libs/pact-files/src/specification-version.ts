import { isRecord } from '@fixpoint/structured-text';

/** The places where tools have written the version of the Pact specification, in the order in which they are believed. */
const PLACES: readonly (readonly string[])[] = [
  ['metadata', 'pactSpecification', 'version'],
  ['metadata', 'pact-specification', 'version'],
  ['metadata', 'pactSpecificationVersion'],
  ['pactSpecification', 'version'],
];

/** The major version of a pact, 1 counted as 2 of which it is a part; where it stands and how it reads if it is none that is known. */
export function specificationVersion(
  pact: Record<string, unknown>,
): 2 | 3 | 4 | { readonly pointer: string; readonly actual: string } {
  for (const place of PLACES) {
    const said = place.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), pact);
    if (said === undefined) continue;
    const major = /^([1-4])(?:\.|$)/.exec(String(said))?.[1];
    if (major === undefined) return { pointer: `/${place.join('/')}`, actual: JSON.stringify(said) };
    return Math.max(2, Number(major)) as 2 | 3 | 4;
  }
  return guess(pact);
}

// Only v4 gives interactions a type, and only from v3 on a query is an object.
function guess({ interactions }: Record<string, unknown>): 2 | 3 | 4 {
  const list = (Array.isArray(interactions) ? (interactions as readonly unknown[]) : []).filter(isRecord);
  if (list.some(({ type }) => typeof type === 'string')) return 4;
  return list.some(({ request }) => isRecord(request) && isRecord(request['query'])) ? 3 : 2;
}
