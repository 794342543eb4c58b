import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  parseReferenceSupplement,
  snapshotFromCannedCli,
  type CannedBinary,
  type CannedCli,
} from '@fixpoint/cli-surface';
import { EXIT_CODES, type Finding } from '@fixpoint/model';
import { toJsonText, type Snapshot } from '@fixpoint/surface-formats';
import type { Produced } from './compare-case';
import type { ParityCase, TextFiles } from './parity-case';
import { referenceToolOf } from './reference-tool-of';

const SUPPLEMENT = 'supplement.json';

/** Measures a recorded tool. */
export async function runSnapshotCase({ tool, inputs, expected }: ParityCase): Promise<Produced> {
  const read = (name: string) => readFileSync(join(inputs, name), 'utf8');
  const supplement = existsSync(join(inputs, SUPPLEMENT))
    ? parseReferenceSupplement(read(SUPPLEMENT), SUPPLEMENT)
    : undefined;
  if (supplement?.ok === false) return refused(supplement.findings);
  const result = await snapshotFromCannedCli(
    JSON.parse(read('cli.json')) as CannedCli,
    JSON.parse(read('binary.json')) as CannedBinary,
    { tool: referenceToolOf(tool), supplement: supplement?.value },
  );
  if (!result.ok) return refused(result.findings);
  const [name = 'snapshot.json'] = Object.keys(expected.files);
  return { files: { [name]: toJsonText(result.value.snapshot) } };
}

/** Snapshots without the text of a failed feature probe, which names the executable's path on its machine. */
export function comparableSnapshots(files: TextFiles): TextFiles {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, withoutProbeError(text)]));
}

function refused(findings: readonly Finding[]): Produced {
  const message = findings.map((finding) => `${finding.message} [${finding.id}]`).join('; ');
  return { refusal: { exitCode: EXIT_CODES.drift, message } };
}

function withoutProbeError(text: string): string {
  const error = (JSON.parse(text) as Snapshot).features?.probe_error;
  return error === undefined ? text : text.replace(JSON.stringify(error), '"…"');
}
