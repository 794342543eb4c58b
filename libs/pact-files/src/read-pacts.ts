import {
  failure,
  readMatching,
  type Finding,
  type FoundFile,
  type Ports,
  type Result,
} from '@fixpoint/model';
import type { PactFile } from './pact-file';
import { readPact } from './read-pact';

/** Some pact files, with everything that is wrong with those that could not be read. */
export interface ReadPacts {
  readonly pacts: readonly PactFile[];
  /** Those of `readPact` and `pact/not-utf8`. */
  readonly findings: readonly Finding[];
  /** How many files the globs found, readable or not. */
  readonly matched: number;
}

/** Reads the pact files that some globs find; one that is broken keeps none of the others from being read. */
export async function readPacts(ports: Ports, globs: readonly string[]): Promise<ReadPacts> {
  const files = await readMatching(ports, globs);
  const results = files.map(readFound);
  return {
    pacts: results.flatMap((result) => (result.ok ? [result.value] : [])),
    findings: results.flatMap(({ findings }) => findings),
    matched: files.length,
  };
}

function readFound({ path, text, isUtf8 }: FoundFile): Result<PactFile> {
  if (isUtf8) return readPact(path, text);
  return failure({
    id: 'pact/not-utf8',
    severity: 'error',
    message: `${path} is not UTF-8 text`,
    file: path,
    fix: `write ${path} anew with the consumer's tests`,
  });
}
