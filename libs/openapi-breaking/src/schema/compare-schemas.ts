import type { OpenApiDocument } from '@fixpoint/openapi-document';
import { comparePair, type ComparedPair } from './compare-pair';
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
}

/**
 * Schemas refer to one another and to themselves, so that pairs of them are a graph. What happened to one pair is found once,
 * whoever asks; for each question the graph is walked from its root, nearest first, and every pair counts once: with the
 * shortest way to it.
 */
export function createSchemaComparer(documents: ComparedDocuments): SchemaComparer {
  const known = new Map<string, ComparedPair>();
  const flatOld = remembered(documents.old);
  const flatNow = remembered(documents.now);
  // The nodes of a walk that found nothing need not be walked again.
  const equal = new Set<string>();

  const lookUp = (key: string, pair: SchemaPair): ComparedPair => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const compared = comparePair({
      ...pair,
      oldDocument: documents.old,
      nowDocument: documents.now,
      today: documents.today,
      before: flatOld(pair.old),
      after: flatNow(pair.now),
      flatOld,
      flatNow,
    });
    known.set(key, compared);
    return compared;
  };

  return (root) => {
    const found: FoundChange[] = [];
    const queue: { pair: SchemaPair; path: readonly Step[] }[] = [{ pair: root, path: [] }];
    const seen = new Set<string>();
    for (const { pair: unsettled, path } of queue) {
      const pair = {
        ...unsettled,
        old: settle(documents.old, unsettled.old),
        now: settle(documents.now, unsettled.now),
      };
      const key = pairKey(pair);
      if (seen.has(key) || equal.has(key)) continue;
      seen.add(key);
      const { changes, children } = lookUp(key, pair);
      found.push(...changes.map((change) => ({ change, path, isSilent: pair.isSilent })));
      for (const { step, ...child } of children) {
        queue.push({ pair: { ...pair, isNullKnown: false, ...child }, path: step === undefined ? path : [...path, step] });
      }
    }
    if (found.length === 0) seen.forEach((key) => equal.add(key));
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
