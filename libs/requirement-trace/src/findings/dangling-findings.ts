import type { Finding, Position } from '@fixpoint/model';
import type { LayerKind } from '@fixpoint/spec-formats';
import type { IdMention, SpecFacts } from '@fixpoint/spec-document';
import { nearest } from '@fixpoint/structured-text';
import { familyOf, type TraceGraph } from '../trace-graph';

const WHAT: Readonly<Record<LayerKind, string>> = {
  code: 'code',
  test: 'a test',
  operation: 'an OpenAPI document',
  pact: 'a pact',
  metric: 'a metric',
  feature: 'a feature',
};

/**
 * Ids that are named somewhere and defined nowhere, with the id that was probably meant.
 *
 * @req FP-TRACE-002
 */
export function danglingFindings(
  { requirements, dangling }: TraceGraph,
  specs: SpecFacts['specs'],
): Finding[] {
  const defined = requirements.map(({ requirement }) => requirement.id);
  const known = new Set(defined);
  const families = new Set(defined.map(familyOf));
  const meantBy = nearestOf(defined);
  const inSpecs = specs.flatMap(({ file, mentions }) =>
    withoutInner(mentions)
      .filter(({ id }) => !known.has(id))
      .map(({ id, position }): Finding => {
        const severity = families.has(familyOf(id)) ? 'error' : 'warning';
        return { ...finding({ id, file, position, where: 'a spec' }, meantBy(id)), severity };
      }),
  );
  const named = new Map(
    dangling.map(({ id, file, position, kind }) => {
      const key = JSON.stringify([id, file, position]);
      return [
        key,
        finding({ id, file, ...(position && { position }), where: WHAT[kind] }, meantBy(id)),
      ] as const;
    }),
  );
  return [...inSpecs, ...named.values()];
}

/** A range runs over numbers that need not exist: of ids at the same place, those between two neighbours are left out. */
function withoutInner(mentions: readonly IdMention[]): readonly IdMention[] {
  const isAt = (mention: IdMention | undefined, { position }: IdMention, id: string): boolean =>
    mention?.id === id &&
    mention.position.line === position.line &&
    mention.position.column === position.column;
  return mentions.filter((mention, index) => {
    const before = mentions[index - 1];
    const after = mentions[index + 1];
    return !(
      isAt(before, mention, neighbour(mention.id, -1)) && isAt(after, mention, neighbour(mention.id, 1))
    );
  });
}

function neighbour(id: string, step: number): string {
  return id.replace(/\d+$/, (digits) => String(Number(digits) + step).padStart(digits.length, '0'));
}

/** Comparing with every id is slow, and the same wrong id is often there many times. */
function nearestOf(defined: readonly string[]): (id: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (id) => {
    if (!known.has(id)) known.set(id, nearest(id, defined));
    return known.get(id);
  };
}

function finding(
  { id, file, position, where }: { id: string; file: string; position?: Position; where: string },
  meant: string | undefined,
): Finding {
  const fix =
    meant === undefined
      ? `define ${id} in a spec, or remove it from ${file}`
      : `write ${meant} in ${file} if that is meant, or define ${id} in a spec`;
  return {
    id: 'trace/dangling-id',
    severity: 'error',
    message: `${where} names ${id}, which no spec defines${meant === undefined ? '' : `: did you mean ${meant}?`}`,
    file,
    ...(position && { position }),
    ...(meant !== undefined && { expected: meant }),
    actual: id,
    fix,
  };
}
