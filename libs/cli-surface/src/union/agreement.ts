import type { Finding, Severity } from '@fixpoint/model';
import { fixCommand, type Manifest } from '@fixpoint/surface-formats';
import { duplicateFindings, snapshotFile } from '../validate-snapshot';
import type { UnionSource } from './source';

/** The snapshots of one version in target order. */
export interface UnionInputs {
  readonly sources: readonly UnionSource[];
  /** The snapshot of the required target, if there is one; what the others are measured by. */
  readonly required?: UnionSource;
  readonly manifest: Manifest;
  readonly version: string;
}

/** One thing that inputs must agree on; each gives all of its findings. */
export type AgreementRule = (inputs: UnionInputs) => readonly Finding[];

/**
 * All inputs are of one tool: the configured one, where one is configured.
 *
 * @req FP-UNION-005
 */
export function agreeingTools(inputs: UnionInputs): Finding[] {
  return disagreement(inputs, {
    id: 'union/mixed-tools',
    what: 'different tools cannot be merged',
    path: '/tool',
    expected: inputs.manifest.tool?.name ?? model(inputs)?.snapshot.tool ?? '',
    actual: ({ snapshot }) => snapshot.tool,
  });
}

/**
 * All inputs are of the version that their directory is named for; one without a version does not disagree.
 *
 * @req FP-UNION-005
 */
export function agreeingVersions(inputs: UnionInputs): Finding[] {
  return disagreement(inputs, {
    id: 'union/mixed-versions',
    what: 'different versions cannot be merged',
    path: '/binary/semantic_version',
    expected: inputs.version,
    actual: ({ snapshot }) => snapshot.binary.semantic_version ?? inputs.version,
  });
}

/** Every input tells its version. */
export function presentVersions(inputs: UnionInputs): Finding[] {
  return inputs.manifest.union.requireSemanticVersion
    ? disagreement(inputs, {
        id: 'union/version-missing',
        what: 'a snapshot without a version cannot be merged',
        path: '/binary',
        expected: 'a version',
        actual: ({ snapshot }) => (snapshot.binary.semantic_version ? 'a version' : 'no version'),
      })
    : [];
}

/**
 * All inputs were made by one generator, or none tells; parsers differ, and their differences are not the tool's.
 *
 * @req FP-UNION-005
 */
export function agreeingGenerators(inputs: UnionInputs): Finding[] {
  const generator = (source: UnionSource | undefined): string =>
    source?.snapshot.generator
      ? `${source.snapshot.generator.name} ${source.snapshot.generator.version}`
      : 'no recorded generator';
  return disagreement(inputs, {
    id: 'union/mixed-generators',
    what: 'snapshots of different generators cannot be merged',
    path: '/generator',
    expected: generator(model(inputs)),
    actual: generator,
  });
}

/**
 * A remark where inputs were read in different ways or not wholly: what one of them alone has may then be owed to that, and
 * not to its platform.
 */
export function alikeProbes(inputs: UnionInputs): Finding[] {
  return disagreement(inputs, {
    id: 'union/different-probes',
    severity: 'warning',
    what: 'different ways of reading can look like differences of platforms',
    path: '/probe',
    expected: probeText(model(inputs)),
    actual: probeText,
  });
}

function probeText(source: UnionSource | undefined): string {
  const probe = source?.snapshot.probe;
  if (!probe) return 'no recorded probe';
  const { dialect, help_form, columns, failures, completion, sources = [], flag_probe } = probe;
  const second = `completion ${completion?.status ?? 'off'}, flag probe ${flag_probe ?? 'off'}`;
  const more = sources.map(({ kind, status }) => `, ${kind} ${status}`).join('');
  return `${dialect} by ${help_form}, ${columns} columns, ${second}${more}, ${failures.length} failed pages`;
}

/**
 * Every input holds a binary for the target that its file is named for.
 *
 * @req FP-UNION-005
 */
export function namedTargets({ sources, manifest, version }: UnionInputs): Finding[] {
  return sources.flatMap(({ target, snapshot }) => {
    const recorded = snapshot.binary.target_triple;
    const file = snapshotFile(version, target);
    if (recorded === target) return [];
    return [
      {
        id: 'union/target-mismatch',
        severity: 'error' as const,
        message: `${file} holds a binary for ${recorded}`,
        file,
        path: '/binary/target_triple',
        expected: target,
        actual: recorded,
        fix: fixCommand('snapshot', { root: manifest.root, version, target }),
      },
    ];
  });
}

/** No input lists a unit twice. */
export function uniqueUnits({ sources, manifest, version }: UnionInputs): Finding[] {
  return sources.flatMap(({ target, snapshot }) =>
    duplicateFindings(snapshot, { file: snapshotFile(version, target), target, version }, manifest),
  );
}

function model({ required, sources }: UnionInputs): UnionSource | undefined {
  return required ?? sources[0];
}

interface Agreement {
  readonly id: string;
  readonly severity?: Severity;
  readonly what: string;
  readonly path: string;
  readonly expected: string;
  actual(source: UnionSource): string;
}

// One finding for the whole set, on the first file that differs, naming every file with what it has.
function disagreement({ sources, manifest, version }: UnionInputs, agreement: Agreement): Finding[] {
  const { id, severity = 'error', what, path, expected, actual } = agreement;
  const others = sources.filter((source) => actual(source) !== expected);
  const first = others[0];
  if (first === undefined) return [];
  const has = sources.map((source) => `${snapshotFile(version, source.target)} has ${actual(source)}`);
  return [
    {
      id,
      severity,
      message: `${what}: ${has.join('; ')}; expected ${expected}`,
      file: snapshotFile(version, first.target),
      path,
      expected,
      actual: actual(first),
      fix: fixCommand('snapshot', {
        root: manifest.root,
        version,
        ...(others.length === 1 && { target: first.target }),
      }),
    },
  ];
}
