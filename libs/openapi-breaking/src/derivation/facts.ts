import type { ContractsConfig, Interaction, PactsConfig } from '@fixpoint/contract-formats';
import { readNamedFile, success, type Ports, type Result } from '@fixpoint/model';
import { collectSources, readSources, type DocumentSources } from '@fixpoint/openapi-document';
import { findBase, type Base } from './base';

/**
 * Reads the interactions of consumers; whoever reads pacts for other checks reads them for this one too. What is wrong with a
 * pact is told by the check of the pacts and not again.
 */
export type InteractionReader = (ports: Ports, pacts: PactsConfig) => Promise<readonly Interaction[]>;

/** One document as it is, and as it was. */
export interface DocumentFacts {
  readonly name: string;
  readonly now: DocumentSources;
  /** Absent for a document that the base does not have. */
  readonly old?: DocumentSources;
}

/** What is read for the comparison. */
export interface BreakingFacts {
  /** Absent where nothing is compared. */
  readonly base?: Omit<Base, 'read'>;
  readonly documents: readonly DocumentFacts[];
  /** Absent where nothing is known of consumers. */
  readonly interactions?: readonly Interaction[];
  /** Text of the file of waivers; absent when it is not there. */
  readonly waivers?: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Whether the verdict is kept for later days. */
  readonly isCached: boolean;
}

/** What differs between the target that is always run and the check whose verdict is cached. */
export interface CollectOptions {
  readonly readInteractions: InteractionReader;
  /** A committed baseline only: what git says is no input of a task. */
  readonly onlyBaseline: boolean;
}

/** Reads both sides of each document, the pacts and the waivers. */
export async function collectFacts(
  ports: Ports,
  config: ContractsConfig,
  { readInteractions, onlyBaseline }: CollectOptions,
): Promise<Result<BreakingFacts>> {
  const { breaking, pacts } = config;
  const time = { today: ports.machine.now().slice(0, 10), isCached: onlyBaseline };
  if (breaking === undefined || (onlyBaseline && breaking.baseline === undefined)) {
    return success({ ...time, documents: [] });
  }
  const base = await findBase(ports, config);
  if (!base.ok) return base;
  const { read, ...described } = base.value;
  const documents = await Promise.all(
    config.documents.map(({ name, file }) => readBothSides(ports, { name, file, read })),
  );
  const interactions = pacts && (await readInteractions(ports, pacts));
  const waivers = breaking.waivers && (await readNamedFile(ports, breaking.waivers));
  return success({
    base: described,
    documents,
    ...(interactions && { interactions }),
    ...(waivers !== undefined && { waivers }),
    ...time,
  });
}

async function readBothSides(
  ports: Ports,
  { name, file, read }: { readonly name: string; readonly file: string; readonly read: Base['read'] },
): Promise<DocumentFacts> {
  const now = await collectSources(ports, file);
  const old = await readSources(read, file);
  return { name, now, ...(old.texts.size > 0 && { old }) };
}
