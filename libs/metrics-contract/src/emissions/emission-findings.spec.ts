import { contractText, lint, told } from '../test-support';

const CONTRACT = contractText({
  budgets: { engine: 2, reason: 2 },
  metrics: [
    { name: 'a_total', type: 'counter', help: 'x', labels: ['engine', 'reason'] },
    { name: 'b', type: 'gauge', help: 'x' },
  ],
});
const PATTERN =
  'new (?:Counter|Gauge)\\(\\{\\s*name: [\'"](?<name>[^\'"]*)[\'"](?:,\\s*labelNames: \\[(?<labels>[^\\]]*)\\])?';
const run = (code: string, pattern = PATTERN) =>
  lint({ 'metrics.json': CONTRACT, 'src/a.ts': code }, { emissions: { files: ['src/**/*.ts'], pattern } });

describe('a contract against the code', () => {
  it('finds names and labels that one of them lacks, over several lines [FP-MET-003]', async () => {
    const result = await run(
      "new Counter({\n  name: 'a_total',\n  labelNames: ['engine'],\n});\nnew Gauge({ name: 'a_totl' });\nnew Gauge({ name: 'a b' });\n",
    );
    expect(told(result)).toEqual([
      'emission-labels src/a.ts:2 engine',
      'undeclared-emission src/a.ts:5',
      'emission-unreadable src/a.ts:6',
      'not-emitted metrics.json:17 b',
    ]);
  });

  it('passes where both say the same; labels that cannot be seen are not compared', async () => {
    const code =
      "new Counter({ name: 'a_total', labelNames: ['reason', 'engine'] }); new Gauge({ name: 'b' }); new Counter({ name: 'a_total' })";
    expect(told(await run(code))).toEqual([]);
  });

  it('does not pass where nothing is found [FP-MET-004]', async () => {
    expect(told(await run('const a = 1;'))).toEqual(['nothing-emitted metrics.json:-']);
    const nowhere = await lint(
      { 'metrics.json': CONTRACT },
      { emissions: { files: ['src/*.ts', '../x/*.ts'], pattern: PATTERN } },
    );
    expect(told(nowhere)).toEqual(['no-files .:- src/*.ts', 'no-files .:- ../x/*.ts']);
    expect(nowhere.outcome).toBe('usage');
  });

  it('reads code outside of the root', async () => {
    const config = { emissions: { files: ['../web/src/*.ts', '!../web/src/*.spec.ts'], pattern: PATTERN } };
    const code = "new Gauge({ name: 'b' }); new Gauge({ name: 'c' })";
    const result = await lint({ 'metrics.json': CONTRACT }, config, {
      '/work/libs/web/src/m.ts': code,
      '/work/libs/web/src/m.spec.ts': "new Gauge({ name: 'd' })",
    });
    expect(told(result)).toEqual([
      'undeclared-emission ../web/src/m.ts:1',
      'not-emitted metrics.json:8 a_total',
    ]);
  });

  it.each(['(?<name>.*)', '(?<name>', '\\w+', '(?<name>\\w+)'])('refuses the pattern %s', async (pattern) => {
    const result = await run("new Gauge({ name: 'b' })", pattern);
    expect(told(result)).toEqual(['pattern metrics.json:-']);
    expect(result.outcome).toBe('usage');
  });

  it('gives up in bounded time on a pattern that is too much work', async () => {
    const result = await run('a'.repeat(100_000), 'a(?<name>[^]*z)?');
    expect(told(result)).toEqual(['pattern-too-costly src/a.ts:-']);
  });
});
