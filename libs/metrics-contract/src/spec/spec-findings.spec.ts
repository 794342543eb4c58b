import { contractText, lint, told } from '../test-support';
import { readSpec } from './read-spec';

const declared = (markdown: string) =>
  readSpec('spec.md', markdown).metrics.map(({ position: _, ...metric }) => metric);

describe('readSpec', () => {
  it('reads tables by the names of their columns', () => {
    const markdown = `# Metrics

| Metric | Unit | Type | Labels | Meaning |
|---|:---:|---|---|---|
| \`a_total\` | 1 | Counter | \`engine\`, reason (A\\|B) | all of it |
| b_seconds | seconds | histogram | – | |
| c | none | gauge (sampled) |  | |

| Name | Type |
|------|------|
| port | number |
`;
    expect(declared(markdown)).toEqual([
      { name: 'a_total', type: 'counter', labels: ['engine', 'reason'], unit: '1' },
      { name: 'b_seconds', type: 'histogram', labels: [], unit: 'seconds' },
      { name: 'c', type: 'gauge', labels: [] },
    ]);
  });

  it('reads lists, whose items may go on over lines and items', () => {
    const markdown = `- must include labels:
  - \`engine\`
- a_total
  - type: counter
  - labels: engine,
    reason (x, y)
  - note: type: gauge

  - **unit**: tokens
- \`b\`:
  * Labels:
    * pool_id
    * state
- c
  - see below
`;
    expect(declared(markdown)).toEqual([
      { name: 'a_total', type: 'counter', labels: ['engine', 'reason'], unit: 'tokens' },
      { name: 'b', labels: ['pool_id', 'state'] },
    ]);
  });

  it('takes nothing from code and comments', () => {
    const list = '- a_total\n  - type: counter\n';
    expect(declared(`\`\`\`md\n${list}\`\`\`\n~~~~\n${list}~~~\n${list}~~~~\n<!--\n${list}-->\n`)).toEqual(
      [],
    );
  });

  it('is done at once with lines that are long and odd', () => {
    const lines = [
      '| Metric | Type |',
      ' '.repeat(200_000),
      '|'.repeat(50_000),
      `| ${'\\\\'.repeat(50_000)}a\\`,
      `- ${'('.repeat(100_000)}`,
    ];
    expect(declared(`${lines.join('\n')}\n|-|-|\n${lines.join('\n')}`)).toEqual([]);
  });

  it('says what it cannot read, with its place', () => {
    const { problems } = readSpec(
      'spec.md',
      '| Metric | Type | Labels |\n|-|-|-|\n| a b | gauge | |\n| c | count | x, y z |\n',
    );
    expect(problems.map(({ position, actual }) => [position.line, position.column, actual])).toEqual([
      [3, 3, 'a b'],
      [4, 7, 'count'],
      [4, 15, 'y z'],
    ]);
  });
});

describe('a contract against its spec', () => {
  const contract = contractText({
    budgets: { engine: 2, pool: 2 },
    metrics: [
      { name: 'a_total', type: 'counter', help: 'x', labels: ['engine'], unit: 'tokens' },
      { name: 'b', type: 'gauge', help: 'x', labels: ['engine', 'pool'] },
      { name: 'own', type: 'gauge', help: 'x' },
    ],
  });
  const run = (spec: string) => lint({ 'metrics.json': contract, 'spec.md': spec }, { spec: 'spec.md' });

  it('finds what one of them lacks, and where they differ, with the place in the other', async () => {
    const result = await run(
      '- a_total\n  - type: gauge\n  - labels: engine\n  - unit: bytes\n- b\n  - labels: pool\n- owm_total\n  - type: counter\n- b\n  - labels: pool, engine\n',
    );
    expect(told(result)).toEqual([
      'spec-contradiction spec.md:9 b',
      'spec-only spec.md:7 owm_total',
      'contract-only metrics.json:26 own',
      'spec-type metrics.json:10 counter',
      'spec-unit metrics.json:15 tokens',
      'spec-labels metrics.json:21 engine, pool',
    ]);
    expect(result.findings.find(({ id }) => id.endsWith('spec-type'))?.message).toBe(
      'the type of a_total: counter here, gauge in the spec (spec.md:1:3)',
    );
  });

  it('does not pass over a spec that declares nothing, or is not there', async () => {
    expect(told(await run('# Nothing\n'))).toEqual(['spec-empty spec.md:1']);
    const absent = await lint({ 'metrics.json': contract }, { spec: 'spec.md' });
    expect(told(absent)).toEqual(['absent-spec spec.md:-']);
    expect(absent.outcome).toBe('usage');
  });
});
