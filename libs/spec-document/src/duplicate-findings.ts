import type { Finding } from '@fixpoint/model';
import type { DefinedRequirement, SpecDocument } from './spec-document';

/** A requirement and the spec that defines it. */
export interface PlacedRequirement {
  readonly file: string;
  readonly requirement: DefinedRequirement;
}

/**
 * The requirements of all specs by id: the first definition of each, in the order of files and lines. What is defined again counts once.
 */
export function firstDefinitions(specs: readonly SpecDocument[]): Map<string, PlacedRequirement> {
  const first = new Map<string, PlacedRequirement>();
  for (const [id, [place]] of definitionsById(specs)) if (place !== undefined) first.set(id, place);
  return first;
}

/**
 * A finding for each definition but the first one of an id; it names all of them.
 *
 * @req FP-SPEC-006
 */
export function duplicateFindings(specs: readonly SpecDocument[]): Finding[] {
  return [...definitionsById(specs)].flatMap(([id, places]) => {
    const named = places.map(placeOf);
    const all = named.length > 6 ? [...named.slice(0, 6), `${named.length - 6} more`] : named;
    return places.slice(1).map(
      ({ file, requirement: { position } }): Finding => ({
        id: 'spec-extract/duplicate-id',
        severity: 'error',
        message: `${id} is defined ${places.length} times: ${all.join(', ')}; the first one counts`,
        file,
        position,
        expected: named[0],
        actual: id,
        fix: `give the requirement an id of its own, or write "see ${id}" where it is only spoken of`,
      }),
    );
  });
}

function definitionsById(specs: readonly SpecDocument[]): Map<string, PlacedRequirement[]> {
  const byId = new Map<string, PlacedRequirement[]>();
  for (const { file, requirements } of specs) {
    for (const requirement of requirements) {
      const places = byId.get(requirement.id) ?? [];
      places.push({ file, requirement });
      byId.set(requirement.id, places);
    }
  }
  return byId;
}

function placeOf({ file, requirement }: PlacedRequirement): string {
  return `${file}:${requirement.line}`;
}
