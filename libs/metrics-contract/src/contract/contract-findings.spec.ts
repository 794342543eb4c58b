import { contractText, lint, told } from '../test-support';

const counter = (name: string, more: object = {}) => ({
  name,
  type: 'counter',
  help: 'What it counts.',
  ...more,
});
const run = (parts: object) => lint({ 'metrics.json': contractText(parts as Record<string, unknown>) });

describe('a contract by itself', () => {
  it('passes when every label has a budget and every name is what it should be', async () => {
    const result = await run({
      limits: { series_total: 100 },
      budgets: { engine: 4 },
      metrics: [counter('a_total', { labels: ['engine', { name: 'reason', budget: 3 }] })],
    });
    expect(result).toEqual({ outcome: undefined, findings: [] });
  });

  it('finds every name, label and budget that is wrong, with its place [FP-MET-001]', async () => {
    const result = await run({
      budgets: { engine: 4, gone: 2 },
      metrics: [
        counter('1st_total'),
        counter('a_total', { labels: ['engine', 'engine', '__meta', 'free'] }),
        counter('a_total'),
        { name: 'h', type: 'histogram', help: 'x', labels: ['le'], quantiles: 2 },
        { name: 'h_sum', type: 'gauge', help: 'x' },
      ],
    });
    expect(told(result)).toEqual([
      'invalid-name metrics.json:9 1st_total',
      'duplicate-label metrics.json:19 engine',
      'invalid-label metrics.json:20 __meta',
      'no-budget metrics.json:21 free',
      'steps-of-other-type metrics.json:36',
      'reserved-label metrics.json:34 le',
      'duplicate-name metrics.json:25 a_total',
      'series-clash metrics.json:39 h_sum',
      'unused-budget metrics.json:5 gone',
      'reserved-suffix metrics.json:39 h_sum',
    ]);
  });

  it.each<[string, string, string[]]>([
    ['nothing', '', ['empty-document metrics.json:1']],
    ['no JSON', '{"metrics": [', ['invalid-json metrics.json:1']],
    ['no object', '3', ['invalid-contract metrics.json:1']],
    ['no metrics', contractText({ metrics: [] }), ['invalid-contract metrics.json:3']],
    [
      'an unknown type, key and a budget of nothing',
      contractText({ budgets: { a: 0 }, metrics: [{ name: 'a', type: 'count', labls: [] }] }),
      [
        'invalid-contract metrics.json:4',
        'invalid-contract metrics.json:9',
        'unknown-key metrics.json:10 labls',
      ],
    ],
    [
      'labels and buckets that are none',
      contractText({ metrics: [{ name: 'a', type: 'histogram', labels: [3], buckets: [2, 1] }] }),
      ['invalid-contract metrics.json:8', 'invalid-contract metrics.json:10'],
    ],
    [
      'an unknown key of the older shape',
      '{"required_metrics": [{"name": "a", "type": "gauge"}],\n"label_cardinality_budgets": {}}',
      ['unknown-key metrics.json:2 label_cardinality_budgets'],
    ],
  ])('refuses %s as a failure of usage', async (_what, text, expected) => {
    const result = await lint({ 'metrics.json': text });
    expect(told(result)).toEqual(expected);
    expect(result.outcome).toBe('usage');
  });

  it('says that a contract is absent', async () => {
    const result = await lint({});
    expect(told(result)).toEqual(['absent metrics.json:-']);
    expect(result.outcome).toBe('usage');
  });

  it('reads YAML, with positions', async () => {
    const text =
      'metrics_schema_version: 1\nmetrics:\n  - name: a_total\n    type: counter\n    help: x\n    labels: [free]\n';
    expect(told(await lint({ 'm.yaml': text }, { contract: 'm.yaml' }))).toEqual(['no-budget m.yaml:6 free']);
  });
});

describe('limits', () => {
  const metrics = [
    counter('a_total', { labels: ['x', 'y'] }),
    { name: 'h_seconds', type: 'histogram', help: 'x', labels: ['x'], buckets: [0.1, 1] },
    { name: 's_seconds', type: 'summary', help: 'x', quantiles: [0.5, 0.9, 0.99] },
  ];
  const budgets = { x: 10, y: 20 };
  const messages = async (limits: object, more: object[] = metrics) => {
    const { findings } = await run({ budgets, limits, metrics: more });
    return findings.filter(({ id }) => id !== 'metrics-lint/unused-budget').map(({ message }) => message);
  };

  it('multiplies budgets, and counts buckets, quantiles, sums and counts [FP-MET-002]', async () => {
    expect(await messages({ series_per_metric: 4 })).toEqual([
      'the budgets of a_total allow 200 series (10 x × 20 y), and its limit is 4',
      'the budgets of h_seconds allow 50 series (10 x, times 2 buckets, +Inf, sum and count), and its limit is 4',
      'the budgets of s_seconds allow 5 series (no labels, times 3 quantiles, sum and count), and its limit is 4',
    ]);
    expect(await messages({ series_total: 254 })).toEqual([
      'the budgets of all metrics together allow 255 series, and the limit is 254; most has a_total with 200 (10 x × 20 y)',
    ]);
    expect(await messages({ series_per_metric: 200, series_total: 255 })).toEqual([]);
  });

  it('lets a metric have a limit of its own', async () => {
    expect(
      await messages({ series_per_metric: 50 }, [counter('a_total', { labels: ['x', 'y'], limit: 200 })]),
    ).toEqual([]);
  });

  it('does not lose digits', async () => {
    const labels = ['a', 'b', 'c'].map((name) => ({ name, budget: 9_007_199_254_740_991 }));
    const [message] = await messages({ series_total: 1 }, [counter('a_total', { labels })]);
    expect(message).toContain(String(9_007_199_254_740_991n ** 3n));
  });

  it('takes limits from the marker for a contract without', async () => {
    const files = {
      'metrics.json': contractText({ budgets, metrics: [counter('a_total', { labels: ['x', 'y'] })] }),
    };
    const result = await lint(files, { limits: { seriesPerMetric: 199 } });
    expect(told(result)).toEqual(['limit-exceeded metrics.json:8 200']);
  });

  it('warns of buckets that nobody counted, and of limits that nobody set', async () => {
    const histogram = [{ name: 'h_seconds', type: 'histogram', help: 'x' }];
    expect(await messages({ series_total: 10 }, histogram)).toEqual([
      'the histogram h_seconds does not say its buckets, so its series are counted without them',
    ]);
    expect((await run({ metrics: histogram })).findings).toMatchObject([
      {
        id: 'metrics-lint/no-limit',
        severity: 'warning',
        message: expect.stringContaining('allow 3 series') as string,
      },
    ]);
  });
});
