import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mustBeClean } from './must-be-clean';
import { referenceRules } from './reference-rules';
import { jsonFiles, type RootFiles } from './root-files';
import { toReferenceSnapshot } from './reference-snapshot';
import { copyDeclaration, readMarker, readSubject, SUBJECT_TARGET, type SnapshotRecord } from './subject';

/** The two rule sets of a marker. */
export type RulesVersion = 1 | 2;

/** A root with the artifacts of one version of a real tool, all of them clean. */
export interface RealRoot extends RootFiles {
  /** Absolute directory of the project; the marker lies in its `cli_manifest`. */
  readonly project: string;
  readonly version: string;
}

type Platforms = Readonly<Record<string, string>>;

const PLATFORMS: Platforms = {
  [SUBJECT_TARGET]: 'linux',
  'aarch64-unknown-linux-musl': 'linux',
  'aarch64-apple-darwin': 'macos',
  'x86_64-pc-windows-msvc': 'windows',
};
/** Of so many flags, one is left out of each other target, so that units differ in where they are available. */
const THINNING = 29;

/**
 * Makes a root of the size that real ones have: four snapshots, their union and six reports, or fewer for fewer targets. The
 * snapshots are the newest one of the real tool, relabelled; the rest is derived by the product itself.
 */
export async function makeRealRoot(project: string, rules: RulesVersion, targets = 4): Promise<RealRoot> {
  const root = join(project, 'cli_manifest');
  const platforms = Object.fromEntries(Object.entries(PLATFORMS).slice(0, targets));
  const { version, text } = await readSubject(join(project, 'measured'));
  rmSync(join(project, 'measured'), { recursive: true, force: true });
  for (const [index, [target, platform]] of Object.entries(platforms).entries()) {
    const measured = JSON.parse(text) as SnapshotRecord;
    const snapshot = rules === 1 ? toReferenceSnapshot(measured) : measured;
    writeJson(
      join(root, 'snapshots', version, `${target}.json`),
      relabel(snapshot, { target, platform, index }),
    );
  }
  const { module, ...source } = copyDeclaration(join(project, 'src'));
  const wrapper = { source: { module: `../src/${module}`, ...source } };
  writeJson(join(root, 'RULES.json'), { ...currentRules(platforms), wrapper });
  await mustBeClean({ root, target: 'wrapper-coverage' });
  if (rules === 1) toReferenceRules(root, platforms);
  await mustBeClean({ root, target: 'union', version });
  await mustBeClean({ root, target: 'report', version });
  await mustBeClean({ root, target: 'surface-diff', version });
  if (rules === 2) await mustBeClean({ root, target: 'version-metadata', version });
  return { project, root, version, artifacts: jsonFiles(root) };
}

// The copy has no evidence, which needs the wrapper's package installed beside the root.
function currentRules(platforms: Platforms): object {
  const { $schema: _schema, ...marker } = readMarker();
  const targets = Object.entries(platforms).map(([target, platform]) => [
    target,
    { platform, ...(target === SUBJECT_TARGET && { required: true }) },
  ]);
  return { ...marker, targets: Object.fromEntries(targets) };
}

// Markers of version 1 declare no source of the coverage: the file is kept by hand, with a time.
function toReferenceRules(root: string, platforms: Platforms): void {
  const file = join(root, 'wrapper_coverage.json');
  const { schema_version, ...coverage } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeJson(file, { schema_version, generated_at: '2026-01-01T00:00:00Z', ...coverage });
  writeJson(join(root, 'RULES.json'), referenceRules(platforms));
}

interface Label {
  readonly target: string;
  readonly platform: string;
  readonly index: number;
}

function relabel(snapshot: SnapshotRecord, { target, platform, index }: Label): SnapshotRecord {
  snapshot.binary.target_triple = target;
  snapshot.binary.platform = { os: platform, arch: target.split('-')[0] as string };
  if (index === 0) return snapshot;
  let seen = 0;
  for (const command of snapshot.commands) {
    const kept = command.flags?.filter(() => (seen += 1) % THINNING !== index);
    if (kept?.length === 0) delete command.flags;
    else if (kept !== undefined) command.flags = kept;
  }
  return snapshot;
}

function writeJson(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
