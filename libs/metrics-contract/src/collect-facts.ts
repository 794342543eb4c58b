import type { ContractsConfig } from '@fixpoint/contract-formats';
import {
  readNamedFile,
  readNamedGlobs,
  success,
  type NamedGlobs,
  type Ports,
  type Result,
} from '@fixpoint/model';

/** What is read for a metrics contract; nothing where none is configured. */
export interface MetricsFacts {
  readonly contract?: string;
  /** The spec's text; undefined when it is absent or not configured. */
  readonly spec?: string;
  readonly emissions?: NamedGlobs;
  readonly expositions: NamedGlobs;
}

const NOTHING: NamedGlobs = { files: [], unmatched: [] };

/** Reads the contract and all that it is checked against. */
export async function collectFacts(
  ports: Ports,
  { metrics }: ContractsConfig,
): Promise<Result<MetricsFacts>> {
  if (metrics === undefined) return success({ expositions: NOTHING });
  const { contract, spec, emissions, expositions } = metrics;
  return success({
    contract: await readNamedFile(ports, contract),
    ...(spec !== undefined && { spec: await readNamedFile(ports, spec) }),
    ...(emissions !== undefined && { emissions: await readNamedGlobs(ports, emissions.files) }),
    expositions: expositions.length === 0 ? NOTHING : await readNamedGlobs(ports, expositions),
  });
}
