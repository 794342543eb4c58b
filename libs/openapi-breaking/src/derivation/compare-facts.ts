import type { ContractsConfig, Interaction } from '@fixpoint/contract-formats';
import type { Finding } from '@fixpoint/model';
import { readDocument, type DocumentSources, type OpenApiDocument } from '@fixpoint/openapi-document';
import { compareDocuments } from '../compare-documents';
import { createUseIndex } from '../uses/use-index';
import type { Waiver } from '../waivers/waiver';
import { weighDifferences, type WeighedDifference } from '../weigh';
import { baseProblem, newDocument } from './base-findings';
import type { BreakingFacts, DocumentFacts } from './facts';

/** One document that could be compared. */
export interface ComparedDocument {
  readonly name: string;
  readonly now: OpenApiDocument;
  readonly differences: readonly WeighedDifference[];
  /** How many interactions there are for it; absent where nothing is known of consumers. */
  readonly interactions?: number;
}

/** What the comparison came to. */
export interface Comparison {
  readonly documents: readonly ComparedDocument[];
  /** What is wrong with the documents as they are; nothing else can be said of those. */
  readonly broken: readonly Finding[];
  /** What there is to say of the base. */
  readonly remarks: readonly Finding[];
}

/**
 * Compares every document that can be read on both sides.
 *
 * @req FP-BRK-005
 */
export function compareFacts(
  facts: BreakingFacts,
  config: ContractsConfig,
  waivers: readonly Waiver[],
): Comparison {
  const parts = facts.documents.map((document) => compareOne(document, { facts, config, waivers }));
  return {
    documents: parts.flatMap(({ documents }) => documents),
    broken: parts.flatMap(({ broken }) => broken),
    remarks: parts.flatMap(({ remarks }) => remarks),
  };
}

interface Inputs {
  readonly facts: BreakingFacts;
  readonly config: ContractsConfig;
  readonly waivers: readonly Waiver[];
}

const NOTHING: Comparison = { documents: [], broken: [], remarks: [] };

function compareOne(document: DocumentFacts, inputs: Inputs): Comparison {
  const { facts } = inputs;
  const { name, now: sources, old: oldSources } = document;
  const isSame = oldSources !== undefined && hasSameTexts(sources, oldSources);
  const now = readDocument(name, sources);
  if (!now.ok) return { ...NOTHING, broken: now.findings };
  const compared = (differences: readonly WeighedDifference[]): Comparison => ({
    ...NOTHING,
    documents: [{ name, now: now.value, differences, ...countOf(consumersOf(name, inputs)) }],
  });
  if (isSame) return compared([]);
  if (oldSources === undefined) return { ...compared([]), remarks: [newDocument(sources.entry, facts)] };
  const old = readDocument(name, oldSources);
  if (!old.ok) return { ...NOTHING, remarks: old.findings.map((finding) => baseProblem(finding, facts)) };
  const interactions = consumersOf(name, inputs);
  return compared(
    weighDifferences(compareDocuments({ old: old.value, now: now.value, ...daysOf(facts) }), {
      waivers: inputs.waivers,
      ...(interactions && { usesOf: createUseIndex(old.value, interactions) }),
      unusedSeverity: inputs.config.breaking?.unusedSeverity,
    }),
  );
}

/** A cached verdict may take a date for passed, which it stays, but not for one that has not passed yet. */
function daysOf({ today, isCached }: BreakingFacts): { today: string; announcedOn?: string } {
  return { today, ...(isCached && { announcedOn: '' }) };
}

/** The interactions that are about a document; pacts may name the documents that they are about. */
function consumersOf(name: string, { facts, config }: Inputs): readonly Interaction[] | undefined {
  const documents = config.pacts?.documents;
  return documents === undefined || documents.includes(name) ? facts.interactions : undefined;
}

function countOf(interactions: readonly Interaction[] | undefined): { interactions?: number } {
  return interactions === undefined ? {} : { interactions: interactions.length };
}

function hasSameTexts({ texts }: DocumentSources, old: DocumentSources): boolean {
  return texts.size === old.texts.size && [...texts].every(([file, text]) => old.texts.get(file) === text);
}
