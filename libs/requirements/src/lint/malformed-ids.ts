import type { Finding } from '@fixpoint/model';
import { scanIds, type OddId, type SpecDocument } from '@fixpoint/spec-document';

/**
 * Near misses: with the words of an id that is used, and in lower case, joined by something else than hyphens, or with another number of digits.
 * Words that no id uses may be anything: `[step 100]`.
 */
export function malformedIds(specs: readonly SpecDocument[], ids: readonly string[]): Finding[] {
  const prefixes = new Set(
    specs.flatMap(({ requirements, mentions }) =>
      [...requirements, ...mentions].map(({ id }) => prefixOf(id)),
    ),
  );
  return specs.flatMap(({ file, oddIds }) =>
    oddIds.flatMap((odd) => {
      const proper = odd.text.toUpperCase().replace(/[\s_.]+/g, '-');
      if (!prefixes.has(prefixOf(proper))) return [];
      return [
        malformed(file, odd, scanIds(proper, ids).some(({ id }) => id === proper) ? proper : undefined),
      ];
    }),
  );
}

function prefixOf(id: string): string {
  return id.replace(/\d+$/, '');
}

function malformed(file: string, { text, position }: OddId, proper: string | undefined): Finding {
  return {
    id: 'spec-lint/malformed-id',
    severity: 'error',
    message: `"${text}" looks like an id and is none${proper === undefined ? '; other ids of these words have another number of digits' : ''}`,
    file,
    position,
    actual: text,
    ...(proper !== undefined && { expected: proper }),
    fix:
      proper === undefined ? `write ${text} with as many digits as "specs.ids" asks for` : `write ${proper}`,
  };
}
