import type { OpenApiDocument } from '@fixpoint/openapi-document';
import { comparePair } from './compare-pair';
import { conjunctionKey, settle, type Conjunction } from './conjunction';
import { flatten } from './flatten';
import type { FlatSchema } from './flat-schema';
import type { SchemaChange, SchemaPair, Step } from './schema-change';

/** A change and the way from the schema that was asked for to the one it happened to. */
export interface FoundChange {
  readonly change: SchemaChange;
  readonly path: readonly Step[];
  /** Whether the schema is never sent in this direction. */
  readonly isSilent: boolean;
}

/** Compares schemas of two documents at any depth. */
export type SchemaComparer = (pair: SchemaPair) => readonly FoundChange[];

/** The documents that schemas are compared in, and the day on which they are. */
export interface ComparedDocuments {
  readonly old: OpenApiDocument;
  readonly now: OpenApiDocument;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /**
   * The day on which consumers learn of what is deprecated now, that of `today` when absent. Empty where the verdict must not
   * change with the day: that a sunset date has passed is then no reproach.
   */
  readonly announcedOn?: string;
}

/** A pair of schemas, what happened to it, and the pairs within it. */
interface Node {
  readonly key: string;
  readonly pair: SchemaPair;
  compared?: { readonly changes: readonly SchemaChange[]; readonly children: readonly Edge[] };
}

interface Edge {
  readonly step?: Step;
  readonly node: Node;
}

/**
 * Schemas refer to one another and to themselves, so that pairs of them are a graph. What happened to one pair is found once,
 * whoever asks; for each question the graph is walked from its root, nearest first, and every pair counts once: with the
 * shortest way to it.
 */
export function createSchemaComparer(documents: ComparedDocuments): SchemaComparer {
  const nodes = new Map<string, Node>();
  const flatOld = remembered(documents.old);
  const flatNow = remembered(documents.now);
  // The nodes of a walk that found nothing need not be walked again.
  const equal = new Set<Node>();

  const nodeOf = (unsettled: SchemaPair): Node => {
    const old = settle(documents.old, unsettled.old);
    const now = settle(documents.now, unsettled.now);
    const pair = { ...unsettled, old, now };
    const key = pairKey(pair);
    const node = nodes.get(key) ?? { key, pair };
    nodes.set(key, node);
    return node;
  };
  const compare = (node: Node): NonNullable<Node['compared']> => {
    if (node.compared !== undefined) return node.compared;
    const { pair } = node;
    const [before, after] = [flatOld(pair.old), flatNow(pair.now)];
    const { old: oldDocument, now: nowDocument, announcedOn = documents.today } = documents;
    const { changes, children } = comparePair({
      ...pair,
      ...{ oldDocument, nowDocument, announcedOn, before, after, flatOld, flatNow },
    });
    const edges = children.map(({ step, ...child }) => ({
      node: nodeOf({ ...pair, isNullKnown: false, ...child }),
      ...(step !== undefined && { step }),
    }));
    node.compared = { changes, children: edges };
    return node.compared;
  };

  return (root) => {
    const found: FoundChange[] = [];
    const queue: { node: Node; path: readonly Step[] }[] = [{ node: nodeOf(root), path: [] }];
    const seen = new Set(queue.map(({ node }) => node));
    for (const { node, path } of queue) {
      const { changes, children } = compare(node);
      found.push(...changes.map((change) => ({ change, path, isSilent: node.pair.isSilent })));
      for (const { step, node: child } of children) {
        if (seen.has(child) || equal.has(child)) continue;
        seen.add(child);
        queue.push({ node: child, path: step === undefined ? path : [...path, step] });
      }
    }
    if (found.length === 0) seen.forEach((node) => equal.add(node));
    return found;
  };
}

function pairKey({ old, now, direction, isText, isSilent, isNullKnown }: SchemaPair): string {
  return `${direction} ${isText} ${isSilent} ${isNullKnown} ${conjunctionKey(old)} | ${conjunctionKey(now)}`;
}

function remembered(document: OpenApiDocument): (conjunction: Conjunction) => FlatSchema {
  const known = new Map<string, FlatSchema>();
  return (conjunction) => {
    const key = conjunctionKey(conjunction);
    const found = known.get(key) ?? flatten(document, conjunction);
    known.set(key, found);
    return found;
  };
}
