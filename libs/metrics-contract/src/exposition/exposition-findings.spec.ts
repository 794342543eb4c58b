import { contractText, lint, told } from '../test-support';
import { parseExposition } from './parse-exposition';

const CONTRACT = contractText({
  budgets: { engine: 2 },
  metrics: [
    { name: 'a_total', type: 'counter', help: 'x', labels: ['engine'], limit: 3 },
    { name: 'h_seconds', type: 'histogram', help: 'x', buckets: [1, 2] },
  ],
});
const GOOD = `# HELP a_total Said.
# TYPE a_total counter
a_total{engine="x"} 1
a_total{engine="y",} 2e3 1700000000000
# HELP h_seconds Said.
# TYPE h_seconds histogram
h_seconds_bucket{le="1"} 1
h_seconds_bucket{le="2"} 1
h_seconds_bucket{le="+Inf"} 1
h_seconds_sum 1
h_seconds_count 1
`;
const run = (exposition: string) =>
  lint({ 'metrics.json': CONTRACT, 'a.prom': exposition }, { expositions: ['*.prom'] });

describe('a contract against expositions', () => {
  it('passes where both say the same', async () => {
    expect(told(await run(GOOD))).toEqual([]);
  });

  it('finds values, series, labels and buckets that are not as declared', async () => {
    const more = 'a_total{engine="z"} 1\na_total{engine="x"} 9\na_total{engine=""} 1\n';
    const result = await run(
      GOOD.replace('h_seconds_bucket{le="2"} 1\n', '').replace('# HELP h_', `${more}# HELP h_`),
    );
    expect(told(result)).toEqual([
      'exposition-labels a.prom:7',
      'budget-exceeded a.prom:5 4',
      'exposed-over-limit a.prom:6 5',
      'repeated-series a.prom:6 a_total{engine="x"}',
      'exposition-steps a.prom:10 1',
    ]);
  });

  it('finds other types, names that are not declared, and what is not exposed', async () => {
    const result = await run(
      'a_total{engine="x"} 1\n# HELP camelCase x\n# TYPE camelCase gauge\ncamelCase 1\n',
    );
    expect(told(result)).toEqual([
      'no-help a.prom:1 a_total',
      'exposition-type a.prom:1 untyped',
      'undeclared-exposition a.prom:2 camelCase',
      'camel-case a.prom:2 camelCase',
      'not-exposed metrics.json:16 h_seconds',
    ]);
  });

  it.each([
    ['a{x="1",x="2"} 1\n', 1, 9],
    ['a{x="1"}\n', 1, 9],
    ['\na 0x1p-2\n', 2, 3],
    ['a 1_000\n', 1, 3],
    ['a 1 12 13\n', 1, 8],
    ['a 1 1.5\n', 1, 5],
    ['a{x="\\q"} 1\n', 1, 6],
    ['a{x="1} 1\n', 1, 5],
    ['a{x=1} 1\n', 1, 3],
    ['a{x="1" y="2"} 1\n', 1, 9],
    ['1a 1\n', 1, 1],
    ['# TYPE a info\na 1\n', 1, 3],
    ['# TYPE a gauge\n# TYPE a gauge\na 1\n', 2, 3],
    ['a 1\n# TYPE a gauge\n', 2, 3],
    ['# HELP a x\n# HELP a x\na 1\n', 2, 3],
    ['# HELP 1a x\na 1\n', 1, 3],
    ['# TYPE h histogram\nh_bucket{le="x"} 1\n', 2, 9],
    ['a 1', 1, 4],
  ])('says which line and column cannot be read: %j', async (text, line, column) => {
    expect(parseExposition('a.prom', text).problems.map(({ position }) => position)).toEqual([
      { line, column },
    ]);
    const result = await run(text);
    expect(result.outcome).toBe('usage');
    expect(result.findings[0]).toMatchObject({
      id: 'metrics-lint/invalid-exposition',
      position: { line, column },
    });
  });

  it.each([
    'a 1\n\t b  {x = "1" , } +Inf\n',
    '#comment\n# TYPEx\na nan\n',
    'a .5\n# HELP a later\n',
    'a 1\r\n'.replace('\r', ' '),
  ])('reads %j', (text) => expect(parseExposition('a.prom', text).problems).toEqual([]));

  it('does not pass over expositions that are empty or not there [FP-MET-004]', async () => {
    expect(told(await run('# nothing\n'))).toContain('empty-exposition a.prom:1');
    const absent = await lint({ 'metrics.json': CONTRACT }, { expositions: ['*.prom'] });
    expect(told(absent)).toContain('no-files .:- *.prom');
    expect(absent.outcome).toBe('usage');
  });
});
