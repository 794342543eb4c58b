import { parseReferenceFeatures, trimWhiteSpace } from '@fixpoint/help-parser';
import { withoutAbsent, type FeatureRecord, type FeatureRow } from '@fixpoint/surface-formats';
import { describeFailure, hasSucceeded, outputText, type ReferenceRunner } from './reference-run';
import type { ReferenceTool } from './reference-tool';

const MODE = 'default_plus_all_enabled';

/** The feature list, or why it could not be had. */
export interface ProbedFeatures {
  readonly listed?: readonly FeatureRow[];
  readonly probeError?: string;
}

/** Lists the tool's feature switches; undefined for a tool that has none (parity contract §2.7). */
export async function probeFeatures(
  tool: ReferenceTool,
  run: ReferenceRunner,
  command: string,
): Promise<ProbedFeatures | undefined> {
  if (tool.features === undefined) return undefined;
  const { listArgs } = tool.features;
  const listing = await run(listArgs, { env: tool.env });
  if (!hasSucceeded(listing))
    return { probeError: trimWhiteSpace(describeFailure(command, listArgs, listing)) };
  return { listed: parseReferenceFeatures(outputText(listing)) };
}

/** The arguments that enable every listed feature at once. */
export function enableArgs(tool: ReferenceTool, features: ProbedFeatures | undefined): readonly string[] {
  const flag = tool.features?.enableFlag;
  return flag === undefined ? [] : (features?.listed ?? []).flatMap(({ name }) => [flag, name]);
}

/**
 * The record of the features, keys in byte order.
 *
 * @param added paths that only the second crawl has; absent when there was none
 */
export function featureRecord(
  { listed, probeError }: ProbedFeatures,
  added: readonly (readonly string[])[] | undefined,
): FeatureRecord {
  const names = (listed ?? []).map(({ name }) => name);
  return withoutAbsent<FeatureRecord>({
    commands_added_when_all_enabled: added,
    enabled_for_snapshot: names.length === 0 ? undefined : names,
    listed,
    mode: MODE,
    probe_error: probeError,
  });
}
