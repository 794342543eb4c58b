import {
  compareText,
  failureOf,
  success,
  type Artifact,
  type Derivation,
  type Finding,
  type Ports,
  type Result,
  type Scope,
} from '@fixpoint/model';
import {
  fixCommand,
  epochTimestamp,
  keepTimestamp,
  type Manifest,
  type Snapshot,
} from '@fixpoint/surface-formats';
import { snapshotFile } from '../validate-snapshot';
import { binaryFindings } from './binary-findings';
import { chooseBinaries, type ChosenBinary } from './choose-binaries';
import { RULE_SETS, type SnapshotRules } from './rule-sets';

/** What was measured in this run. */
export interface SnapshotFacts {
  readonly measured: readonly MeasuredTarget[];
}

/** One executable's surface. */
export interface MeasuredTarget {
  /** Where the record belongs. */
  readonly path: string;
  readonly record: Snapshot;
  /** The record that is committed there. */
  readonly committed?: string;
  /** The time is prescribed, so the committed one does not stay. */
  readonly timeIsPinned: boolean;
  readonly captures: readonly Artifact[];
}

/**
 * `snapshots/<version>/<target_triple>.json`: the help surface of each executable that can be measured here.
 *
 * This derivation always measures, in a run that compares as well; `validate` does not include it, since what it would
 * compare depends on which executables a machine has. Snapshots of other versions and targets are never its orphans.
 */
export const snapshotDerivation: Derivation<Manifest, SnapshotFacts> = {
  id: 'snapshot',
  summary: 'Reads the help surface of the tool from its executables.',
  owns: ({ targets }, { version, target }) =>
    (target === undefined ? targets.expected : [target]).map((each) => snapshotFile(version ?? '*', each)),
  keeps: () => true,
  allowsEmpty: (manifest, scope) => isUnconfigured(manifest, scope),
  collect,
  derive: ({ measured }, { rulesSchemaVersion }) =>
    success(
      measured
        .map(({ path, record, committed, timeIsPinned }) => {
          const text = RULE_SETS[rulesSchemaVersion].text(record);
          return { path, text: timeIsPinned ? text : keepTimestamp(text, committed, 'collected_at') };
        })
        .sort((a, b) => compareText(a.path, b.path)),
    ),
  captures: ({ measured }) => measured.flatMap(({ captures }) => captures),
  fix: (root, version) => fixCommand('snapshot', { root, version }),
};

function isUnconfigured({ binaries }: Manifest, { binary, target }: Scope): boolean {
  return binary === undefined && target === undefined && Object.keys(binaries).length === 0;
}

async function collect(ports: Ports, manifest: Manifest, scope: Scope): Promise<Result<SnapshotFacts>> {
  if (isUnconfigured(manifest, scope)) return nothingConfigured(ports, manifest, scope);
  const rules = await RULE_SETS[manifest.rulesSchemaVersion].open({ ports, manifest });
  if (!rules.ok) return rules;
  const { tool, parseVersion } = rules.value;
  const chosen = await chooseBinaries({ ports, manifest, scope, tool, parseVersion });
  if (!chosen.ok) return chosen;
  const measured: MeasuredTarget[] = [];
  const findings: Finding[] = [];
  for (const binary of chosen.value) {
    const result = await measureTarget({ ports, scope, rules: rules.value }, binary);
    if (!result.ok) return result;
    measured.push(result.value);
    findings.push(...result.findings);
  }
  return success({ measured }, findings);
}

async function nothingConfigured(
  ports: Ports,
  manifest: Manifest,
  scope: Scope,
): Promise<Result<SnapshotFacts>> {
  const findings = await binaryFindings(ports, manifest, scope);
  const committed = await ports.files.list(['snapshots/*/*.json']);
  if (committed.length === 0) return failureOf('usage', findings.notConfigured('error'));
  return success({ measured: [] }, [findings.notConfigured('note')]);
}

async function measureTarget(
  { ports, scope, rules }: { ports: Ports; scope: Scope; rules: SnapshotRules },
  binary: ChosenBinary,
): Promise<Result<MeasuredTarget>> {
  const path = snapshotFile(binary.facts.semantic_version, binary.executable.target);
  const committed = await ports.files.readText(path);
  const pinned = epochTimestamp(ports.machine.env('SOURCE_DATE_EPOCH'));
  // A run that only compares makes no record, so its own time is no difference.
  const compared = scope.check ? COMMITTED_TIME.exec(committed ?? '')?.[1] : undefined;
  const measurement = await rules.measure({ binary, collectedAt: pinned ?? compared ?? ports.machine.now() });
  if (!measurement.ok) return measurement;
  return success(
    { path, ...measurement.value, committed, timeIsPinned: pinned !== undefined },
    measurement.findings,
  );
}

const COMMITTED_TIME = /^ {2}"collected_at": "([^"]+)"/m;
