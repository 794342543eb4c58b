import { compareText } from '@fixpoint/model';
import { firstDefinitions, type DefinedRequirement, type SpecFacts } from '@fixpoint/spec-document';
import { LAYER_KINDS, type LayerKind } from '@fixpoint/spec-formats';
import { linkKey, linkOfKey, type ConfirmedLinks, type LinkIdentity } from './confirmed-links';
import { fingerprintOf } from './fingerprint';
import type { TraceLink } from './trace-link';

/** A requirement with everything that names it. */
export interface TracedRequirement {
  readonly requirement: DefinedRequirement;
  /** The spec that defines it. */
  readonly file: string;
  readonly fingerprint: string;
  /** Each link once, by kind, file and name. */
  readonly links: readonly TracedLink[];
}

/** A link and what was recorded of it. */
export interface TracedLink extends TraceLink {
  /** The fingerprint it was confirmed with; that of the requirement now where it is new. */
  readonly confirmed: string;
  /** Whether the requirement says something else than when the link was confirmed. */
  readonly isSuspect: boolean;
}

/** Requirements by id, sorted, and links that lead to none. */
export interface TraceGraph {
  readonly requirements: readonly TracedRequirement[];
  readonly dangling: readonly TraceLink[];
}

/** What the graph is made of. */
export interface GraphSources {
  readonly specs: SpecFacts['specs'];
  readonly links: readonly TraceLink[];
  readonly confirmed: ConfirmedLinks;
  /** Requirements whose links are confirmed now: ids, or `*` for all. */
  readonly confirm: readonly string[];
}

/**
 * Joins requirements and links. Of a requirement that is defined twice the first definition counts; it is told elsewhere.
 *
 * @req FP-TRACE-001
 */
export function buildGraph({ specs, links, confirmed, confirm }: GraphSources): TraceGraph {
  const byId = grouped(links);
  const defined = firstDefinitions(specs);
  const requirements = [...defined.values()]
    .map(({ requirement, file }): TracedRequirement => {
      const fingerprint = fingerprintOf(requirement);
      const present = distinct(byId.get(requirement.id) ?? []);
      const isConfirmed = confirm.includes('*') || confirm.includes(requirement.id);
      const known = isConfirmed ? undefined : confirmed.get(requirement.id);
      const recordedOf = recordReader(known, { present: new Set(present.map(linkKey)), fingerprint });
      const traced = present.map((link): TracedLink => {
        const recorded = recordedOf(link) ?? fingerprint;
        return { ...link, confirmed: recorded, isSuspect: recorded !== fingerprint };
      });
      return { requirement, file, fingerprint, links: traced };
    })
    .sort((a, b) => compareText(a.requirement.id, b.requirement.id));
  return { requirements, dangling: danglingOf(links, new Set(defined.keys())) };
}

/**
 * The fingerprint that is recorded for a link. One that is new was moved if it has the name of one that is gone, and renamed if it lies in the file of
 * one that is gone: it takes over what was recorded, so that neither confirms anything. Of several that are gone, one that is suspect decides.
 */
function recordReader(
  recorded: ReadonlyMap<string, string> | undefined,
  { present, fingerprint }: { readonly present: ReadonlySet<string>; readonly fingerprint: string },
) {
  const gone = [...(recorded ?? [])].filter(([key]) => !present.has(key));
  const suspectLast = [...gone].sort(([, a], [, b]) => Number(a !== fingerprint) - Number(b !== fingerprint));
  const prints = new Map(
    suspectLast.flatMap(([key, print]) => predecessors(linkOfKey(key)).map((place) => [place, print])),
  );
  return (link: TraceLink): string | undefined => {
    const [sameName = '', sameFile = ''] = predecessors(link);
    return recorded?.get(linkKey(link)) ?? prints.get(sameName) ?? prints.get(sameFile);
  };
}

/** What a link has in common with what it was before it was moved, and before it was renamed. */
function predecessors({ kind, file, name }: LinkIdentity): string[] {
  return [JSON.stringify([kind, 'name', name]), JSON.stringify([kind, 'file', file])];
}

function grouped(links: readonly TraceLink[]): ReadonlyMap<string, readonly TraceLink[]> {
  const byId = new Map<string, TraceLink[]>();
  for (const link of links) {
    const others = byId.get(link.id);
    if (others === undefined) byId.set(link.id, [link]);
    else others.push(link);
  }
  return byId;
}

/** In the order of kind, file and name; of several places with the same identity the first one. */
function distinct(links: readonly TraceLink[]): TraceLink[] {
  const byKey = new Map<string, TraceLink>();
  for (const link of links) if (!byKey.has(linkKey(link))) byKey.set(linkKey(link), link);
  return [...byKey.values()].sort(
    (a, b) => rankOf(a.kind) - rankOf(b.kind) || compareText(a.file, b.file) || compareText(a.name, b.name),
  );
}

function rankOf(kind: LayerKind): number {
  return LAYER_KINDS.indexOf(kind);
}

/**
 * Links whose id no spec defines. One that only may be an id is told where others of its family (`ORCH-`) are defined; the parts of a name never are.
 */
function danglingOf(links: readonly TraceLink[], defined: ReadonlySet<string>): TraceLink[] {
  const families = new Set([...defined].map(familyOf));
  return links.filter(
    ({ id, certainty }) =>
      !defined.has(id) && (certainty === 'tag' || (certainty === 'mention' && families.has(familyOf(id)))),
  );
}

/** What ids have in common that differ in their number alone. */
export function familyOf(id: string): string {
  return id.replace(/\d+$/, '');
}
