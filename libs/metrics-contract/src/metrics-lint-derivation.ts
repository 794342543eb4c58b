import { emissionPatternProblem, type ContractsConfig, type MetricsConfig } from '@fixpoint/contract-formats';
import {
  failureOf,
  success,
  successInPart,
  type Derivation,
  type Derived,
  type Finding,
} from '@fixpoint/model';
import { fixCommand } from '@fixpoint/surface-formats';
import { collectFacts, type MetricsFacts } from './collect-facts';
import { contractFindings } from './contract/contract-findings';
import { limitFindings } from './contract/limit-findings';
import { readContract } from './contract/read-contract';
import { emissionFindings } from './emissions/emission-findings';
import { expositionFindings } from './exposition/exposition-findings';
import { parseExposition, type Exposition } from './exposition/parse-exposition';
import { namingFindings } from './naming/naming-findings';
import { readSpec } from './spec/read-spec';
import { specFindings } from './spec/spec-findings';

/**
 * A metrics contract against naming rules, its own budgets and limits, the spec that declares the metrics, the code that emits them and
 * what is really exposed. Nothing is written.
 */
export const metricsLintDerivation: Derivation<ContractsConfig, MetricsFacts> = {
  id: 'metrics-lint',
  summary: 'metrics as contract, spec, code and expositions have them, with budgets for every label',
  owns: () => [],
  allowsEmpty: () => true,
  collect: collectFacts,
  derive,
  check,
  fix: (root) => fixCommand('metrics-lint', { root }),
};

/** Nothing is derived; what cannot be read is a failure of usage, and everything else is checked all the same. */
function derive(facts: MetricsFacts, { metrics }: ContractsConfig): Derived {
  if (metrics === undefined) return success([]);
  const contract = readContract(facts.contract, metrics);
  const unread = [...missingInputs(facts, metrics), ...unreadableLines(expositionsOf(facts))];
  if (!contract.ok) return failureOf('usage', ...contract.findings, ...unread);
  return unread.length === 0 ? success([]) : successInPart([], 'usage', unread);
}

function check(facts: MetricsFacts, { metrics }: ContractsConfig): Finding[] {
  const contract = metrics && readContract(facts.contract, metrics);
  if (metrics === undefined || !contract?.ok) return [];
  const { emissions } = metrics;
  return [
    ...contractFindings(contract.value),
    ...limitFindings(contract.value),
    ...namingFindings(contract.value),
    ...(facts.spec === undefined || metrics.spec === undefined
      ? []
      : specFindings(contract.value, readSpec(metrics.spec, facts.spec))),
    ...(emissions === undefined || facts.emissions === undefined || facts.emissions.files.length === 0
      ? []
      : emissionFindings(contract.value, facts.emissions.files, emissions.pattern)),
    ...expositionFindings(contract.value, expositionsOf(facts)),
  ];
}

function expositionsOf({ expositions }: MetricsFacts): Exposition[] {
  return expositions.files.map(({ path, text }) => parseExposition(path, text));
}

function unreadableLines(expositions: readonly Exposition[]): Finding[] {
  return expositions.flatMap(({ file, families, problems }) => [
    ...problems.map(({ message, position }): Finding => {
      const fix = `correct ${file} (Prometheus text format 0.0.4)`;
      return { id: 'metrics-lint/invalid-exposition', severity: 'error', message, file, position, fix };
    }),
    ...(families.length === 0 && problems.length === 0 ? [emptyExposition(file)] : []),
  ]);
}

/** @req FP-MET-004 */
function emptyExposition(file: string): Finding {
  return {
    id: 'metrics-lint/empty-exposition',
    severity: 'error',
    message: `${file} exposes nothing`,
    file,
    position: { line: 1, column: 1 },
    fix: `take ${file} anew from a running process`,
  };
}

/** Inputs that are named and not there: a check that reads nothing must not pass. */
function missingInputs(facts: MetricsFacts, { spec, emissions, contract }: MetricsConfig): Finding[] {
  const pattern = emissions && emissionPatternProblem(emissions.pattern);
  const noFiles = [
    ...(facts.emissions?.unmatched ?? []).map((glob) => ({ glob, place: 'metrics.emissions.files' })),
    ...facts.expositions.unmatched.map((glob) => ({ glob, place: 'metrics.expositions' })),
  ];
  return [
    ...(spec !== undefined && facts.spec === undefined ? [absentSpec(spec)] : []),
    ...(pattern === undefined ? [] : [badPattern(contract, pattern)]),
    ...noFiles.map(
      ({ glob, place }): Finding => ({
        id: 'metrics-lint/no-files',
        severity: 'error',
        message: `no file matches ${glob} of "${place}"`,
        file: '.',
        actual: glob,
        fix: `correct the glob in "${place}", or remove it`,
      }),
    ),
  ];
}

function absentSpec(file: string): Finding {
  return {
    id: 'metrics-lint/absent-spec',
    severity: 'error',
    message: `the spec ${file} is not there`,
    file,
    fix: `restore ${file}, or name the spec in "metrics.spec"`,
  };
}

function badPattern(
  file: string,
  { message, fix }: { readonly message: string; readonly fix: string },
): Finding {
  return {
    id: 'metrics-lint/pattern',
    severity: 'error',
    message,
    file,
    fix: `${fix} in "metrics.emissions.pattern"`,
  };
}
