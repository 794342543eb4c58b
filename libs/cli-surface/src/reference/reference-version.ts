import { trimWhiteSpace } from '@fixpoint/help-parser';
import { withoutAbsent, type BinaryRecord } from '@fixpoint/surface-formats';
import type { ReferenceTool } from './reference-tool';

/** What the version output says, keys in the order of the binary record. */
export type ReferenceVersion = Pick<
  BinaryRecord,
  'version_output' | 'semantic_version' | 'channel' | 'commit'
>;

// Digits and word bounds are those of Unicode, as in the reference's regular expressions.
const SEMANTIC_VERSION = /\p{Nd}+\.\p{Nd}+\.\p{Nd}+(?:[-+][0-9A-Za-z.-]+)?/u;
const WORD = String.raw`[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]`;
const COMMIT = new RegExp(`(?<!${WORD})[0-9A-Fa-f]{7,40}(?!${WORD})`, 'u');
const PRE_RELEASE_CHANNELS = ['nightly', 'beta'];

/** Reads the output of `--version` (parity contract §2.10); a long number counts as a commit. */
export function parseReferenceVersion(printed: string, tool: ReferenceTool): ReferenceVersion {
  const output = trimWhiteSpace(printed);
  const version = SEMANTIC_VERSION.exec(output)?.[0];
  const more = tool.hasChannelAndCommit
    ? { channel: channelOf(version), commit: COMMIT.exec(output)?.[0] }
    : {};
  return withoutAbsent<ReferenceVersion>({ version_output: output, semantic_version: version, ...more });
}

function channelOf(version: string | undefined): string | undefined {
  if (version === undefined) return undefined;
  return PRE_RELEASE_CHANNELS.find((channel) => version.includes(channel)) ?? 'stable';
}
