import {
  failure,
  success,
  type Derivation,
  type Derived,
  type Finding,
  type Ports,
  type Result,
  type Scope,
} from '@fixpoint/model';
import { findingAt, isRecord, parseJson } from '@fixpoint/structured-text';
import {
  fixCommand,
  epochTimestamp,
  withoutAbsent,
  type Manifest,
  type WrapperConfig,
  type WrapperCoverage,
} from '@fixpoint/surface-formats';
import { listUnits, WRAPPER_COVERAGE_FILE } from '@fixpoint/surface-units';
import { collectSource, type DeclaredSource } from '../declaration/declared-source';
import { readDeclaration, readSoundUnits, type Declaration } from '../declaration/read-declaration';
import { ruleSetOf } from '../rule-sets';
import { checkRequirements } from '../shared/requirements';
import { normalizeCoverage } from './normalize-coverage';
import { scopeFindings } from './scope-findings';

/** What is read for `wrapper_coverage.json`. */
export interface WrapperCoverageFacts {
  /** Absent when the root declares no source and keeps the file by hand. */
  readonly source?: DeclaredSource;
  readonly committed?: string;
  /** The time that `SOURCE_DATE_EPOCH` asks for; a run that only compares does not look at it. */
  readonly epoch?: string;
  /** A key that the marker leaves out counts as its one supported value: enough to compare, not to write. */
  readonly lenient?: boolean;
  /** The version of the installed package that is the wrapper. */
  readonly packageVersion?: string;
}

/**
 * `wrapper_coverage.json` from the one declared source of the root (parity contract §5): a TypeScript module that is read
 * without running it, a JSON or YAML file, or a command that prints either.
 *
 * Without a declared source nothing is derived, and under rules version 2 the committed file is still held to the rules.
 */
export const wrapperCoverageDerivation: Derivation<Manifest, WrapperCoverageFacts> = {
  id: 'wrapper-coverage',
  summary: 'the declared coverage of the wrapper in canonical form',
  owns: ({ wrapper }) => (wrapper?.source ? [WRAPPER_COVERAGE_FILE] : []),
  allowsEmpty: ({ wrapper }, { check }) => wrapper?.source === undefined || (check && isOwnSource(wrapper)),
  collect,
  derive,
  check,
  fix: (root) => fixCommand('wrapper-coverage', { root }),
};

async function collect(
  ports: Ports,
  manifest: Manifest,
  scope: Scope,
): Promise<Result<WrapperCoverageFacts>> {
  const committed = await ports.files.readText(WRAPPER_COVERAGE_FILE);
  if (manifest.wrapper?.source === undefined) return success({ committed });
  // A file that is its own source has nothing to drift from before it exists.
  if (scope.check && committed === undefined && isOwnSource(manifest.wrapper)) return success({});
  const source = await collectSource(ports, manifest);
  if (!source.ok) return source;
  const name = manifest.wrapper.evidence?.package;
  const wrapper = name === undefined ? undefined : await ports.packages.find(name, ports.files.root);
  return success({
    source: source.value,
    committed,
    lenient: scope.check,
    epoch: scope.check ? undefined : epochTimestamp(ports.machine.env('SOURCE_DATE_EPOCH')),
    packageVersion: wrapper?.version,
  });
}

function isOwnSource({ source }: WrapperConfig): boolean {
  return source?.kind === 'file' && source.path === WRAPPER_COVERAGE_FILE;
}

function derive(facts: WrapperCoverageFacts, manifest: Manifest): Derived {
  if (facts.source === undefined) return success([]);
  const { declaration: rules, timestamp } = ruleSetOf(manifest);
  const requirements = rules
    .requirements(manifest)
    .map((requirement) => (facts.lenient ? { ...requirement, mayBeAbsent: true as const } : requirement));
  const supported = checkRequirements(manifest, requirements, 'wrapper-coverage');
  if (!supported.ok) return supported;
  const declaration = readDeclaration(facts.source, rules.strictness);
  if (!declaration.ok) return declaration;
  const units = listUnits(declaration.value.coverage.coverage);
  const problems = scopeFindings(units, {
    declaration: declaration.value,
    targets: manifest.targets,
    emptyScope: rules.emptyScope,
  });
  if (problems.length > 0) return failure(...problems);
  const { schema_version, generated_at, coverage } = declaration.value.coverage;
  const record: WrapperCoverage = withoutAbsent({
    schema_version,
    generated_at: generated_at ?? '',
    wrapper_version: wrapperVersion(declaration.value, facts),
    coverage: normalizeCoverage(coverage, manifest.targets, rules.equalEntries),
  });
  const text = timestamp(record, {
    epoch: facts.epoch,
    committed: facts.committed,
    inputs: generated_at ?? undefined,
  });
  return success([{ path: WRAPPER_COVERAGE_FILE, text }]);
}

// Without the package nobody can say its version, so what was said when it was there stands.
function wrapperVersion(
  { coverage }: Declaration,
  { packageVersion, committed }: WrapperCoverageFacts,
): string | undefined {
  return coverage.wrapper_version ?? packageVersion ?? committedVersion(committed);
}

function committedVersion(committed: string | undefined): string | undefined {
  const parsed = committed === undefined ? undefined : parseJson(committed, WRAPPER_COVERAGE_FILE);
  const record = parsed?.ok ? parsed.value : undefined;
  const version = isRecord(record) ? record['wrapper_version'] : undefined;
  return typeof version === 'string' ? version : undefined;
}

function check(facts: WrapperCoverageFacts, manifest: Manifest): readonly Finding[] {
  const { declaration: rules } = ruleSetOf(manifest);
  const source = facts.source ?? keptByHand(facts.committed);
  if (source === undefined || rules.rules.length === 0) return [];
  const sound = readSoundUnits(source, rules.strictness);
  const declaration = readDeclaration(source, rules.strictness);
  return [
    ...(facts.source === undefined ? underived(declaration, manifest) : []),
    ...(sound ? rules.rules.flatMap((rule) => rule({ ...sound, manifest })) : []),
    ...(declaration.ok ? versionFindings(declaration.value, facts) : []),
  ];
}

/** What `derive` would say of a file that is kept by hand and therefore derived by nobody. */
function underived(declaration: Result<Declaration>, manifest: Manifest): readonly Finding[] {
  if (!declaration.ok) return declaration.findings;
  const units = listUnits(declaration.value.coverage.coverage);
  const { emptyScope } = ruleSetOf(manifest).declaration;
  return scopeFindings(units, { declaration: declaration.value, targets: manifest.targets, emptyScope });
}

function keptByHand(committed: string | undefined): DeclaredSource | undefined {
  return committed === undefined ? undefined : { kind: 'file', file: WRAPPER_COVERAGE_FILE, text: committed };
}

function versionFindings(
  { document, coverage }: Declaration,
  { packageVersion }: WrapperCoverageFacts,
): Finding[] {
  const declared = coverage.wrapper_version ?? packageVersion;
  if (packageVersion === undefined || declared === packageVersion) return [];
  return [
    findingAt(document, '/wrapper_version', {
      id: 'wrapper-coverage/version-differs',
      severity: 'warning',
      message: `the declaration is for version ${declared} of the wrapper, version ${packageVersion} is installed`,
      expected: packageVersion,
      actual: declared,
      fix: `read the declaration in ${document.file} again for ${packageVersion}, then set wrapper_version to it`,
    }),
  ];
}
