import { failureOf, success, type Result } from '@fixpoint/model';
import type { ToolConfig } from '@fixpoint/surface-formats';
import {
  parseReferenceVersion,
  REFERENCE_TOOL_ROWS,
  referenceSnapshot,
  referenceTool,
  toReferenceRun,
  type ReferenceTool,
  type ReferenceToolRow,
} from '../reference';
import { snapshotFile } from '../validate-snapshot';
import { captured } from './captures';
import { MARKER, snapshotFinding } from './findings';
import { hashBinary } from './hash-binary';
import type { Measurement, MeasureRequest, RuleContext, SnapshotRules } from './rule-sets';
import { readSupplement, type Supplement } from './supplement';

// Rules version 1 waits for a page as long as it takes; a bound this wide only ends what would never end.
const PATIENCE = { timeoutMs: 60_000, maxPageBytes: 64 * 1024 * 1024, maxDepth: 64, maxPages: 5_000 };
const SUPPLEMENT = 'supplement/commands.json';

/** Rules version 1: the crawl of `../reference` over this lib's own processes, place and time. */
export async function openReferenceRules(context: RuleContext): Promise<Result<SnapshotRules>> {
  const row = await findRow(context);
  if (row === undefined) return failureOf('usage', unknownTool());
  const supplement = await readSupplement(context.ports.files, SUPPLEMENT);
  if (!supplement.ok) return { ...supplement, outcome: 'usage' };
  const tool = referenceTool(row);
  return success({
    tool: toToolConfig(row),
    parseVersion: (output) => parseReferenceVersion(output, tool),
    measure: (request) => measure(request, { context, tool, supplement: supplement.value }),
  });
}

// A marker of version 1 does not say which tool it is about: its directory does, or a snapshot that was committed before.
async function findRow({ ports }: RuleContext): Promise<ReferenceToolRow | undefined> {
  const directory = ports.files.root.split(/[/\\]/).at(-1) ?? '';
  const named = REFERENCE_TOOL_ROWS.get(directory);
  if (named !== undefined) return named;
  const [path] = await ports.files.list(['snapshots/*/*.json']);
  const text = path === undefined ? '' : ((await ports.files.readText(path)) ?? '');
  return [...REFERENCE_TOOL_ROWS.values()].find(({ tool }) =>
    text.includes(`"tool": ${JSON.stringify(tool)}`),
  );
}

function unknownTool() {
  return snapshotFinding('tool-unknown', {
    file: MARKER,
    path: '/rules_schema_version',
    message:
      'rules of version 1 do not say which tool they are about, and neither the directory nor a snapshot does',
    expected: [...REFERENCE_TOOL_ROWS.keys()].join(', '),
    fix: `rename the directory of ${MARKER} to that of the tool, or move to "rules_schema_version": 2, which names the tool`,
  });
}

function toToolConfig({ tool, helpForm }: ReferenceToolRow): ToolConfig {
  return {
    name: tool,
    versionArgs: ['--version'],
    helpForm,
    helpFlag: '--help',
    dialect: 'auto',
    columns: 100,
    env: {},
    probeFlags: false,
    ...PATIENCE,
  };
}

interface ReferenceContext {
  readonly context: RuleContext;
  readonly tool: ReferenceTool;
  readonly supplement: Supplement | undefined;
}

async function measure(
  { binary, collectedAt }: MeasureRequest,
  { context, tool, supplement }: ReferenceContext,
): Promise<Result<Measurement>> {
  const { executable, session, facts } = binary;
  const { ports } = context;
  const version = facts.semantic_version;
  const file = await hashBinary(ports, executable.path);
  const measured = await referenceSnapshot({
    tool,
    version,
    collectedAt,
    supplement: supplement && { version: 1, commands: supplement.items },
    command: executable.path,
    file: snapshotFile(version, executable.target),
    // The reference records where it runs itself (parity contract §2.10).
    binary: {
      ...file,
      platform: ports.machine.platform ?? executable.platform,
      target_triple: executable.target,
    },
    run: async (args, { env, timeoutMs }) => toReferenceRun(await session.run(args, { env, timeoutMs })),
  });
  if (!measured.ok) return { ...measured, outcome: 'environment' };
  const { snapshot, captures } = measured.value;
  return success({ record: snapshot, captures: captured(captures, version, executable.target) });
}
