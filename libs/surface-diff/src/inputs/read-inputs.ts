import { failure, success, type Result } from '@fixpoint/model';
import {
  fixCommand,
  type Manifest,
  type Union,
  type WrapperCoverage,
  type WrapperEvidence,
} from '@fixpoint/surface-formats';
import { readEvidence, readWrapperCoverage, unionFile } from '@fixpoint/surface-units';
import { readDocument } from './read-document';
import { UNION_SHAPE } from './union-shape';

/** The texts of the committed files that say who uses the surface; a root may have neither. */
export interface ConsumerTexts {
  readonly coverage?: string;
  readonly evidence?: string;
}

/** What those files say. */
export interface ConsumerRecords {
  readonly coverage?: WrapperCoverage;
  readonly evidence?: WrapperEvidence;
}

/** Reads a committed union. */
export function readUnion(text: string | undefined, version: string, manifest: Manifest): Result<Union> {
  const file = unionFile(version);
  const fix = fixCommand('union', manifest, version);
  if (text !== undefined) return readDocument({ file, text, shape: UNION_SHAPE, noun: 'union', fix });
  return failure({
    id: 'surface-diff/union-missing',
    severity: 'error',
    message: `${file} does not exist, so there is nothing to compare`,
    file,
    fix,
  });
}

/** Reads who uses the surface. */
export function readConsumers(
  { coverage: coverageText, evidence: evidenceText }: ConsumerTexts,
  manifest: Manifest,
): Result<ConsumerRecords> {
  const coverage =
    coverageText === undefined
      ? success(undefined)
      : readWrapperCoverage(coverageText, { manifest, derivation: 'surface-diff' });
  const evidence = evidenceText === undefined ? success(undefined) : readEvidence(evidenceText, manifest);
  if (coverage.ok && evidence.ok) {
    return success({ coverage: coverage.value?.value, evidence: evidence.value });
  }
  return failure(...[coverage, evidence].flatMap((read) => (read.ok ? [] : read.findings)));
}
