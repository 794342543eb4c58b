import type { Finding } from '@fixpoint/model';
import { findingAt } from '@fixpoint/structured-text';
import type { MetricsContract } from '../contract/contract';
import { namingProblems, type NamingProblem, type NamingRule } from './naming-problems';

const FIXES: Readonly<Record<NamingRule, string>> = {
  'no-help': 'write a help text',
  'base-unit': 'measure in the base unit and name that',
  'total-suffix': 'rename the metric, or give it its real type',
  'reserved-suffix': 'rename the metric',
  'reserved-label': 'rename the label, or give the metric its real type',
  'type-in-name': 'leave the type out of the name',
  colon: 'write "_" in place of ":"',
  'camel-case': 'write lower-case words with "_" between them',
  'abbreviated-unit': 'write the base unit in full (seconds, bytes, meters)',
};

/** What a finding of a naming rule always has. */
export function namingFinding({ rule, message }: NamingProblem): Pick<Finding, 'id' | 'message' | 'fix'> {
  return { id: `metrics-lint/${rule}`, message, fix: FIXES[rule] };
}

/** The naming rules over a contract. */
export function namingFindings({ document, metrics, hasHelp }: MetricsContract): Finding[] {
  return metrics.flatMap((metric) => {
    const labels = metric.labels.map(({ name }) => name);
    const help = hasHelp ? { hasHelp: (metric.help ?? '').trim() !== '' } : {};
    return namingProblems({ name: metric.name, type: metric.type, labels, ...help }).map((problem) => {
      const label = metric.labels.find(({ name }) => name === problem.label);
      const pointer =
        label?.pointer ?? (problem.rule === 'no-help' ? metric.pointer : `${metric.pointer}/name`);
      return findingAt(document, pointer, {
        ...namingFinding(problem),
        actual: problem.label ?? metric.name,
      });
    });
  });
}
