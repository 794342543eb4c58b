import { MARKER, migrateRules, type Migration } from '@fixpoint/config';
import { failureOf, success, type Artifact, type Finding, type Ports, type Result } from '@fixpoint/model';
import { compareBytes, fixCommand, toJsonText } from '@fixpoint/surface-formats';
import { parseJson } from '@fixpoint/structured-text';
import { applyChanges } from '@fixpoint/workspace-io';
import { faultVerdict } from './fault-verdict';
import { EMPTY, stepRefused, type StepResult } from './lifecycle-verdict';
import { openParityRoot, type ParityRoot } from './parity-root';
import { renderMigration } from './render-migration';
import { placeRoot, type RootRequest } from './root-place';

/** Which root is to be migrated. */
export interface MigrateRequest extends RootRequest {
  /** The name that snapshots of the tool will carry; what those of the root carry by default. */
  readonly tool?: string;
  /** Write the files; the plan is only shown otherwise. */
  readonly apply?: boolean;
}

/** What a migration writes and what it leaves. */
export interface MigrationPlan extends Migration {
  readonly changes: readonly Artifact[];
  /** Files that nothing reads any more under rules version 2. */
  readonly unneeded: readonly string[];
  /** Metadata files whose claim has to be derived again. */
  readonly claims: readonly string[];
  /** Snapshots that do not say which program made them. */
  readonly snapshots: readonly string[];
}

const TARGET = 'migrate';
const COVERAGE_FILE = 'wrapper_coverage.json';
/** The declaration of a root that had none but the generated file. */
const DECLARATION_FILE = 'coverage.json';
const UNNEEDED = ['SCHEMA.json', 'VERSION_METADATA_SCHEMA.json'];

/**
 * Turns a root of rules version 1 into one of version 2: plans it, and where asked to writes the new marker and the declared
 * coverage in one step. Artifacts stay as they are; their own targets derive them again. Never throws.
 */
export async function migrate(request: MigrateRequest): Promise<StepResult> {
  const { name, ports } = placeRoot(request);
  try {
    const opened = await openParityRoot({ name, ports });
    if (!opened.ok) return stepRefused(TARGET, name, opened);
    const planned = await plan(opened.value, request);
    if (!planned.ok) return stepRefused(TARGET, name, planned);
    const { changes } = planned.value;
    const { written } = request.apply
      ? await applyChanges(ports.files.root, { write: changes, remove: [] })
      : { written: [] };
    return {
      text: renderMigration(planned.value, { root: name, isApplied: request.apply === true }),
      verdict: { ...EMPTY, target: TARGET, root: name, written, compared: changes.length },
    };
  } catch (error) {
    return { verdict: faultVerdict(error, { target: TARGET, root: name, absoluteRoot: ports.files.root }) };
  }
}

async function plan(
  { name, ports, manifest }: ParityRoot,
  request: MigrateRequest,
): Promise<Result<MigrationPlan>> {
  const coverage = await readDeclaration(ports);
  if (!coverage.ok) return coverage;
  const snapshots = await ports.files.list(['snapshots/*/!(union).json']);
  const tool = request.tool ?? (await toolOf(ports));
  if (tool === undefined) return failureOf('usage', noTool(name, snapshots));
  const migration = migrateRules(manifest.raw, {
    tool,
    hasMeasurements: snapshots.length > 0,
    ...(coverage.value !== undefined && { coverage: DECLARATION_FILE }),
  });
  if (migration === undefined) return failureOf('usage', notReference(name));
  const changes = [
    { path: MARKER, text: toJsonText(migration.marker) },
    ...(coverage.value === undefined ? [] : [{ path: DECLARATION_FILE, text: coverage.value }]),
  ];
  return success({
    ...migration,
    changes: changes.sort((a, b) => compareBytes(a.path, b.path)),
    unneeded: await ports.files.list(UNNEEDED),
    claims: await ports.files.list(['versions/*.json']),
    snapshots,
  });
}

// Version 1 has the declaration compiled into the wrapper; what was generated from it is all that is here.
async function readDeclaration({ files }: Ports): Promise<Result<string | undefined>> {
  const text = await files.readText(COVERAGE_FILE);
  if (text === undefined) return success(undefined);
  const parsed = parseJson(text, COVERAGE_FILE, TARGET);
  if (!parsed.ok) return parsed;
  const { generated_at: _time, ...declaration } = parsed.value as Record<string, unknown>;
  return success(toJsonText(declaration));
}

async function toolOf({ files }: Ports): Promise<string | undefined> {
  for (const path of await files.list(['snapshots/*/*.json'])) {
    const parsed = parseJson((await files.readText(path)) ?? '', path, TARGET);
    const { tool } = (parsed.ok ? parsed.value : {}) as { readonly tool?: unknown };
    if (typeof tool === 'string' && tool !== '') return tool;
  }
  return undefined;
}

function notReference(root: string): Finding {
  return {
    id: 'migrate/not-version-one',
    severity: 'error',
    message: `${MARKER} is of rules version 2 already`,
    file: MARKER,
    path: '/rules_schema_version',
    fix: fixCommand('validate', { root }),
  };
}

function noTool(root: string, snapshots: readonly string[]): Finding {
  const why = snapshots.length === 0 ? 'the root holds no snapshot' : 'no snapshot of the root names a tool';
  return {
    id: 'migrate/tool-unknown',
    severity: 'error',
    message: `${why}: a marker of rules version 2 has to name the tool, one of version 1 does not, and without snapshots only --tool can say it`,
    file: MARKER,
    expected: '--tool with the name that snapshots will carry',
    fix: `${fixCommand(TARGET, { root })} --tool <name>`,
  };
}
