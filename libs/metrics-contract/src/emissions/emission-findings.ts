import { emissionPatternProblem } from '@fixpoint/contract-formats';
import { compileLinearPattern, type LinearPattern, type PatternMatch } from '@fixpoint/linear-pattern';
import type { Finding, PackageFile } from '@fixpoint/model';
import { findingAt, nearest, positionOfOffset } from '@fixpoint/structured-text';
import type { MetricsContract } from '../contract/contract';
import { isMetricName } from '../names';
import { labelsIn } from './labels-in';

/** A place in code where a metric is emitted. */
interface Emission {
  readonly name: string;
  readonly labels?: readonly string[];
  readonly file: PackageFile;
  readonly start: number;
}

/**
 * Metrics that code emits against those that are declared. A pattern that is unfit is a finding by itself.
 *
 * @req FP-MET-003
 */
export function emissionFindings(
  contract: MetricsContract,
  files: readonly PackageFile[],
  pattern: string,
): Finding[] {
  const compiled = compileLinearPattern(pattern);
  if (!compiled.ok || emissionPatternProblem(pattern) !== undefined) return [];
  const emissions: Emission[] = [];
  for (const file of files) {
    const matches = compiled.pattern.matches(file.text);
    // What is too much work for one file is so for the next, and nothing can be said of what is emitted without all of them.
    if (matches === undefined) return [tooCostly(file.path)];
    emissions.push(...matches.flatMap((match) => emissionOf(file, match) ?? []));
  }
  if (emissions.length === 0) return [nothingEmitted(contract, files, compiled.pattern)];
  return [
    ...emissions.flatMap((emission) => atSite(contract, emission)),
    ...neverEmitted(contract, emissions),
  ];
}

function emissionOf(file: PackageFile, { groups }: PatternMatch): Emission | undefined {
  const { name, labels } = groups;
  if (name === undefined) return undefined;
  return { name: name.text, ...(labels && { labels: labelsIn(labels.text) }), file, start: name.start };
}

function atSite(contract: MetricsContract, emission: Emission): Finding[] {
  const { document, metrics } = contract;
  const { name, labels } = emission;
  if (!isMetricName(name)) {
    const message = `the pattern takes ${JSON.stringify(name.slice(0, 60))} for a metric, which it cannot be`;
    return [
      inCode(emission, {
        id: 'metrics-lint/emission-unreadable',
        message,
        fix: 'correct the group "name" of the pattern',
      }),
    ];
  }
  const metric = metrics.find((candidate) => candidate.name === name);
  if (metric === undefined) {
    const meant = nearest(
      name,
      metrics.map((candidate) => candidate.name),
    );
    return [
      inCode(emission, {
        id: 'metrics-lint/undeclared-emission',
        message: `${name} is emitted here and not declared in ${document.file}${meant === undefined ? '' : `: is ${meant} meant?`}`,
        fix: `declare ${name} in ${document.file}, or correct the name`,
      }),
    ];
  }
  const declared = metric.labels
    .map((label) => label.name)
    .sort()
    .join(', ');
  const emitted = labels === undefined ? declared : [...new Set(labels)].sort().join(', ');
  if (declared === emitted) return [];
  const place = `${document.file}:${document.positionOf(metric.pointer)?.line}`;
  return [
    inCode(emission, {
      id: 'metrics-lint/emission-labels',
      message: `${name} is emitted with the labels ${emitted || 'none'}, and declared with ${declared || 'none'} (${place})`,
      expected: declared,
      actual: emitted,
      fix: `make the code and ${document.file} agree`,
    }),
  ];
}

function neverEmitted({ document, metrics }: MetricsContract, emissions: readonly Emission[]): Finding[] {
  const emitted = new Set(emissions.map(({ name }) => name));
  return metrics
    .filter(({ name }) => !emitted.has(name))
    .map(({ name, pointer }) =>
      findingAt(document, pointer, {
        id: 'metrics-lint/not-emitted',
        message: `${name} is declared, and no code emits it`,
        actual: name,
        fix: `emit ${name}, or remove it from ${document.file}`,
      }),
    );
}

/** @req FP-MET-004 */
function nothingEmitted(
  { document }: MetricsContract,
  files: readonly PackageFile[],
  { names }: LinearPattern,
): Finding {
  return {
    id: 'metrics-lint/nothing-emitted',
    severity: 'error',
    message: `the pattern of emissions (groups ${names.join(', ')}) matches nowhere in ${files.length} file${files.length === 1 ? '' : 's'}, so nothing can be said of what ${document.file} declares`,
    file: document.file,
    path: '',
    fix: 'correct "metrics.emissions" where it is configured',
  };
}

function tooCostly(file: string): Finding {
  return {
    id: 'metrics-lint/pattern-too-costly',
    severity: 'error',
    message: `searching ${file} for emissions is too much work: each match looks far ahead`,
    file,
    fix: 'make "metrics.emissions.pattern" end nearer to where it begins, or leave the file out',
  };
}

function inCode(
  { file, start }: Emission,
  finding: Pick<Finding, 'id' | 'message' | 'fix' | 'expected' | 'actual'>,
): Finding {
  return { severity: 'error', ...finding, file: file.path, position: positionOfOffset(file.text, start) };
}
