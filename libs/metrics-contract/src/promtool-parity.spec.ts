import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectGolden } from '@fixpoint/testkit';
import { namesOf } from './exposition/exposition-findings';
import { parseExposition } from './exposition/parse-exposition';
import { namingProblems, type NamingRule } from './naming/naming-problems';

/** How promtool is recognised to speak of a rule. */
const SAID: readonly (readonly [RegExp, NamingRule])[] = [
  [/no help/, 'no-help'],
  [/base unit/, 'base-unit'],
  [/_total/, 'total-suffix'],
  [/"_(?:bucket|count|sum)" suffix/, 'reserved-suffix'],
  [/"(?:le|quantile)" label/, 'reserved-label'],
  [/include type/, 'type-in-name'],
  [/':'/, 'colon'],
  [/camelCase/, 'camel-case'],
  [/abbreviated/, 'abbreviated-unit'],
];

const promtool = (text: string) =>
  spawnSync('promtool', ['check', 'metrics'], { input: text, encoding: 'utf8' });
const isThere = promtool('').status === 0;
const whenThere = isThere ? it : it.skip;
if (!isThere) process.stderr.write('promtool is not installed: its verdicts are those that were recorded\n');

const ours = (text: string) =>
  unique(
    parseExposition('x', text).families.flatMap((family) =>
      namingProblems(namesOf(family)).map(({ rule }) => `${family.name} ${rule}`),
    ),
  );
const theirs = (text: string) =>
  unique(
    promtool(text)
      .stderr.split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const name = line.slice(0, line.indexOf(' '));
        const said = line.slice(name.length);
        return `${name} ${SAID.find(([pattern]) => pattern.test(said))?.[1] ?? said}`;
      }),
  );
const unique = (lines: readonly string[]) => [...new Set(lines)].sort();

/** One metric of each name, type and label that anybody might object to. */
function oddExposition(): string {
  const words = [
    ...[
      'seconds',
      'minutes',
      'days',
      'weeks',
      'milliseconds',
      'mibibytes',
      'mebibytes',
      'kilobits',
      'bytes',
      'bits',
    ],
    ...[
      'kelvin',
      'kelvins',
      'rankine',
      'celsius',
      'metres',
      'kilometres',
      'miles',
      'inches',
      'ounces',
      'calories',
      'feet',
    ],
    ...[
      'ratio',
      'percent',
      'hectovolts',
      'amperes',
      'nanoamperes',
      'thermometers',
      'femtoseconds',
      'SECONDS',
      'Minutes',
    ],
    ...['s', 'ms', 'us', 'ns', 'ps', 'sec', 'b', 'kb', 'KB', 'pb', 'eb', 'm', 'h', 'd', 'w', 'min'],
    ...['counter', 'gauge', 'Summary', 'histogram', 'untyped', 'gauge_histogram', 'info', 'stateset'],
    ...['total', 'Total', 'bucket', 'sum', 'count', 'x:y', 'fooBar', 'FooBar', 'foo2Bar', '', '__'],
  ];
  const shapes = words.flatMap((word) => [
    `x_${word}`,
    `x_${word}_total`,
    `x_${word}_y`,
    `${word}_x`,
    `z_${word}_count`,
  ]);
  const names = [...new Set(shapes)].filter((name) => /^[A-Za-z_:]/.test(name));
  const types = ['counter', 'gauge', 'histogram', 'summary', 'untyped'];
  return names
    .flatMap((name, index) =>
      types.map((type) => {
        const metric = `${name.slice(0, 1)}${type[0]}${type[1]}${index}${name.slice(1) === '' ? '' : `_${name}`}`;
        const help = index % 7 === 0 ? '' : `# HELP ${metric} ${index % 11 === 0 ? '' : 'said'}\n`;
        const labels = index % 3 === 0 ? '{le="1",quantile="0.5",fooBar="x"}' : '{ok="x"}';
        const sample = type === 'histogram' ? `${metric}_bucket` : metric;
        return `${help}${type === 'untyped' && index % 2 === 0 ? '' : `# TYPE ${metric} ${type}\n`}${sample}${labels} 1\n`;
      }),
    )
    .join('');
}

/** Small expositions, each about one thing. */
const SINGLE = [
  'a_bucket 1\n',
  '# TYPE a histogram\n',
  '# HELP h_total x\n# TYPE h_total histogram\nh_total_sum 1\n',
];

/** What promtool 2.42 said of all of them: a line for a metric and the rule it breaks. */
const VERDICTS = join(__dirname, '../fixtures/promtool/verdicts.txt');
const verdictsBy = (said: (text: string) => readonly string[]): string =>
  [oddExposition(), ...SINGLE].map((text) => `${said(text).join('\n')}\n`).join('\n');

describe('the naming rules', () => {
  // Recorded from promtool itself (FIXPOINT_UPDATE_GOLDENS=1 where it is installed), and held against it wherever it is.
  whenThere('are recorded as promtool has them', () => expectGolden(VERDICTS, verdictsBy(theirs)));

  it('find what promtool finds, in names that are odd in every way', () => {
    const recorded = readFileSync(VERDICTS, 'utf8');
    expect(recorded.split('\n').length).toBeGreaterThan(1000);
    expect(verdictsBy(ours)).toBe(recorded);
  });

  it('say each thing once, whatever the number of series', () => {
    expect(ours('# HELP aB x\n# TYPE aB gauge\naB{le="1",cD="1"} 1\naB{le="2",cD="1"} 1\n')).toEqual([
      'aB camel-case',
      'aB reserved-label',
    ]);
  });

  it('prefer a foreign unit to a base unit, so that the verdict is the same in each run', () => {
    expect(ours('# HELP x_seconds_minutes x\n# TYPE x_seconds_minutes gauge\nx_seconds_minutes 1\n')).toEqual(
      ['x_seconds_minutes base-unit'],
    );
  });
});
