import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonText, type Snapshot } from '@fixpoint/surface-formats';
import { snapshotFromCannedCli, type CannedBinary, type CannedCli } from './canned-cli';
import { parseReferenceSupplement } from './parse-supplement';
import { REFERENCE_TOOL_ROWS, referenceTool, type ReferenceToolRow } from './reference-tool';

const PARITY = join(__dirname, '../../../../../shared/data/parity');
const isThere = existsSync(PARITY);
const describeShared = isThere ? describe : describe.skip;
if (!isThere) console.info(`no parity data at ${PARITY}: the cases with recorded tools are skipped`);

interface ParityCase {
  readonly id: string;
  readonly kind: string;
  readonly tool: string;
  readonly dir: string;
}

function casesOf(kind: string): ParityCase[] {
  if (!isThere) return [];
  const rows = JSON.parse(readFileSync(join(PARITY, 'index.json'), 'utf8')) as ParityCase[];
  return rows.filter((row) => row.kind === kind);
}

function readInput(row: ParityCase, name: string): string | undefined {
  const file = join(PARITY, row.dir, 'inputs', name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function readExpected(row: ParityCase): string {
  const directory = join(PARITY, row.dir, 'expected');
  return readFileSync(join(directory, readdirSync(directory)[0] as string), 'utf8');
}

// The text of a failed feature probe names the machine's own path of the executable.
function withoutProbeError(text: string): string {
  const snapshot = JSON.parse(text) as Snapshot;
  const error = snapshot.features?.probe_error;
  return error === undefined ? text : text.replace(JSON.stringify(error), '"-"');
}

async function deriveCase(row: ParityCase): Promise<string> {
  const supplementText = readInput(row, 'supplement.json');
  const supplement =
    supplementText === undefined ? undefined : parseReferenceSupplement(supplementText, 'supplement.json');
  if (supplement?.ok === false) throw new Error(JSON.stringify(supplement.findings));
  const result = await snapshotFromCannedCli(
    JSON.parse(readInput(row, 'cli.json') ?? '') as CannedCli,
    JSON.parse(readInput(row, 'binary.json') ?? '') as CannedBinary,
    {
      tool: referenceTool(REFERENCE_TOOL_ROWS.get(row.tool) as ReferenceToolRow),
      supplement: supplement?.value,
    },
  );
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return toJsonText(result.value.snapshot);
}

describeShared('recorded tools', () => {
  it('are there', () => expect(casesOf('snapshot').length).toBeGreaterThan(0));

  it.each(casesOf('snapshot'))('$id: the snapshot is equal byte for byte', async (row) => {
    const derived = await deriveCase(row);
    expect(withoutProbeError(derived)).toBe(withoutProbeError(readExpected(row)));
  });
});
