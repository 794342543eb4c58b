import { abbreviatedUnits, foreignUnit } from './units';

/** A metric as far as its names go. */
export interface NamedMetric {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram' | 'summary' | 'untyped';
  /** Whether there is a text; undefined when nobody can know. */
  readonly hasHelp?: boolean;
  /** Labels, without those by which a histogram or summary tells its own series. */
  readonly labels: readonly string[];
}

/** The rules, each the end of a finding's id. */
export type NamingRule =
  | 'no-help'
  | 'base-unit'
  | 'total-suffix'
  | 'reserved-suffix'
  | 'reserved-label'
  | 'type-in-name'
  | 'colon'
  | 'camel-case'
  | 'abbreviated-unit';

/** One rule that is broken. */
export interface NamingProblem {
  readonly rule: NamingRule;
  readonly message: string;
  readonly label?: string;
}

const TYPES = ['counter', 'gauge', 'summary', 'histogram', 'gauge_histogram'];

/** Everything that `promtool check metrics` (2.42) says of a metric; what it repeats for each series is said once. */
export function namingProblems(metric: NamedMetric): NamingProblem[] {
  const { name, hasHelp } = metric;
  const unit = foreignUnit(name);
  const problem = (rule: NamingRule, message: string): NamingProblem => ({ rule, message });
  return [
    ...(hasHelp === false ? [problem('no-help', `${name} has no help text`)] : []),
    ...(unit ? [problem('base-unit', `${name} is in ${unit.unit}; the base unit is ${unit.base}`)] : []),
    ...totalSuffix(metric),
    ...reserved(metric),
    ...typesIn(name).map((type) => problem('type-in-name', `${name} has a type (${type}) in its name`)),
    ...(name.includes(':') ? [problem('colon', `${name} has a ":", which is for recording rules`)] : []),
    ...camelCase(metric),
    ...(abbreviatedUnits(name).length > 0
      ? [problem('abbreviated-unit', `${name} abbreviates a unit (${abbreviatedUnits(name).join(', ')})`)]
      : []),
  ];
}

function totalSuffix({ name, type }: NamedMetric): NamingProblem[] {
  const ends = name.endsWith('_total');
  if (type === 'untyped' || ends === (type === 'counter')) return [];
  const message = ends
    ? `${name} is a ${type}, and only counters end in "_total"`
    : `the counter ${name} does not end in "_total"`;
  return [{ rule: 'total-suffix', message }];
}

function reserved({ name, type, labels }: NamedMetric): NamingProblem[] {
  if (type === 'untyped') return [];
  const suffixes = [
    { suffix: '_bucket', free: type === 'histogram' },
    { suffix: '_count', free: type === 'histogram' || type === 'summary' },
    { suffix: '_sum', free: type === 'histogram' || type === 'summary' },
  ];
  const owners = { le: 'histogram', quantile: 'summary' } as const;
  const taken = ([...new Set(labels)] as ('le' | 'quantile')[]).filter(
    (label) => Object.hasOwn(owners, label) && owners[label] !== type,
  );
  return [
    ...suffixes
      .filter(({ suffix, free }) => !free && name.endsWith(suffix))
      .map(({ suffix }): NamingProblem => {
        return {
          rule: 'reserved-suffix',
          message: `the ${type} ${name} ends in "${suffix}", as series of histograms or summaries do`,
        };
      }),
    ...taken.map((label): NamingProblem => {
      return {
        rule: 'reserved-label',
        message: `the ${type} ${name} has the label "${label}", which is for a ${owners[label]}`,
        label,
      };
    }),
  ];
}

function typesIn(name: string): string[] {
  const lower = name.toLowerCase();
  return TYPES.filter((type) => lower.includes(`_${type}_`) || lower.endsWith(`_${type}`));
}

function camelCase({ name, labels }: NamedMetric): NamingProblem[] {
  const isCamel = (text: string): boolean => /[a-z][A-Z]/.test(text);
  return [
    ...(isCamel(name) ? [{ rule: 'camel-case' as const, message: `${name} is not in snake_case` }] : []),
    ...[...new Set(labels)].filter(isCamel).map((label) => ({
      rule: 'camel-case' as const,
      message: `the label "${label}" of ${name} is not in snake_case`,
      label,
    })),
  ];
}
