import type { SupportMatrix, SupportRow } from '@fixpoint/surface-formats';
import { BLOCK_END, BLOCK_START } from './page-block';
import { supportMatrixDerivation as derivation } from './support-matrix-derivation';
import { matrixConfig, matrixPorts, metadata, report, rules } from './test-support';

type Roots = Parameters<typeof matrixPorts>[0];

async function run(roots: Roots, tools = Object.keys(roots), page?: string) {
  const config = matrixConfig(...tools);
  const facts = await derivation.collect(matrixPorts(roots, page), config, { check: true });
  if (!facts.ok) throw new Error('collect never fails here');
  return derivation.derive(facts.value, config);
}

async function rowsOf(roots: Roots): Promise<readonly SupportRow[]> {
  const derived = await run(roots);
  if (!derived.ok) throw new Error(JSON.stringify(derived.findings));
  const matrix = derived.value.find(({ path }) => path === 'support-matrix.json');
  return (JSON.parse(matrix?.text ?? '') as SupportMatrix).rows;
}

async function problemsOf(roots: Roots, tools?: string[], page?: string): Promise<string[]> {
  const derived = await run(roots, tools, page);
  return derived.ok ? [] : derived.findings.map(({ id, file }) => `${id} ${file}`);
}

const SUPPORTED = { coverage: { supported_targets: ['x'] }, validation: { passed_targets: ['x'] } };

describe('the rows', () => {
  it('stand by tool, version with the newest first, and target in the order of the rules', async () => {
    const versions = ['1.9.0', '1.10.0', '1.10.0-rc.1', 'nightly'];
    const documents = Object.fromEntries(
      versions.map((version) => [`versions/${version}.json`, metadata(version)]),
    );
    const rows = await rowsOf({
      zed: { 'RULES.json': rules('y', 'x'), ...documents },
      ant: { 'RULES.json': rules('x'), 'versions/1.0.0.json': metadata('1.0.0') },
    });
    expect(rows.map(({ tool, version, target }) => `${tool} ${version} ${target}`)).toEqual([
      'ant 1.0.0 x',
      ...['1.10.0', '1.10.0-rc.1', '1.9.0', 'nightly'].flatMap((version) => [
        `zed ${version} y`,
        `zed ${version} x`,
      ]),
    ]);
  });

  const reports: readonly { lists: Record<string, number>; wrapper: string; evidence: string[] }[] = [
    { lists: {}, wrapper: 'supported', evidence: [] },
    { lists: { missing_flags: 2, missing_args: 1 }, wrapper: 'unsupported', evidence: ['3 missing'] },
    { lists: { unsupported: 1 }, wrapper: 'unsupported', evidence: ['1 declared as unsupported'] },
    { lists: { intentionally_unsupported: 4 }, wrapper: 'partial', evidence: ['4 waived'] },
    { lists: { wrapper_only_flags: 1 }, wrapper: 'partial', evidence: ['1 in the wrapper only'] },
  ];
  it.each(reports)('of a supported target whose report has $lists', async ({ lists, wrapper, evidence }) => {
    const [row] = await rowsOf({
      ant: {
        'RULES.json': rules('x'),
        'versions/1.0.0.json': metadata('1.0.0', SUPPORTED),
        'reports/1.0.0/coverage.x.json': report(['x'], lists),
      },
    });
    expect(row).toMatchObject({
      manifest_support: 'supported',
      wrapper_support: wrapper,
      overall_support: wrapper,
      evidence,
    });
  });

  it.each([
    [{ failed_targets: ['x'], passed_targets: ['x'] }, 'failed', 'partial', ['validation failed']],
    [{ skipped_targets: ['x'] }, 'skipped', 'partial', ['not run with the real executable']],
    [undefined, 'none', 'partial', ['not run with the real executable']],
  ])('with the validation %j', async (validation, outcome, overall, evidence) => {
    const [row] = await rowsOf({
      ant: {
        'RULES.json': rules('x'),
        'versions/1.0.0.json': metadata('1.0.0', { ...SUPPORTED, validation }),
        'reports/1.0.0/coverage.x.json': report(['x']),
      },
    });
    expect(row).toMatchObject({ validation: outcome, overall_support: overall, evidence });
  });

  it('take the report of several targets where a target has none, if it is about the target', async () => {
    const rows = await rowsOf({
      ant: {
        'RULES.json': rules('x', 'y'),
        'versions/1.0.0.json': metadata('1.0.0'),
        'reports/1.0.0/coverage.any.json': report(['x'], { missing_commands: 1 }),
      },
    });
    expect(rows.map(({ evidence }) => evidence[0])).toEqual(['1 missing', 'no coverage report']);
  });

  it('say which pointers name the version', async () => {
    const rows = await rowsOf({
      ant: {
        'RULES.json': rules('x', 'y'),
        'versions/1.0.0.json': metadata('1.0.0'),
        'pointers/latest_supported/x.txt': '1.0.0\n',
        'pointers/latest_validated/x.txt': '1.0.0\n',
        'pointers/latest_validated/y.txt': 'none\n',
      },
    });
    expect(rows.map(({ promotion }) => promotion)).toEqual(['latest_supported_and_validated', 'none']);
  });

  it('are made of roots of rules version 1 as well', async () => {
    const reference = { rules_schema_version: 1, union: { expected_targets: ['x'] } };
    const rows = await rowsOf({ ant: { 'RULES.json': reference, 'versions/1.0.0.json': metadata('1.0.0') } });
    expect(rows).toHaveLength(1);
  });
});

describe('the page', () => {
  it('has a table for each tool between its markers', async () => {
    const derived = await run({
      ant: { 'RULES.json': rules('x'), 'versions/1.0.0.json': metadata('1.0.0') },
    });
    expect(derived.ok && derived.value.find(({ path }) => path === 'support-matrix.md')?.text).toBe(`# Support

${BLOCK_START}

### ant

| version | target | status | manifest | wrapper | overall | promoted | evidence |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 1.0.0 | x | reported | unsupported | unsupported | unsupported | – | no coverage report |

${BLOCK_END}
`);
  });
});

describe('what stands in the way is said at once', () => {
  it('of all tools and the page', async () => {
    const problems = await problemsOf(
      {
        ant: { 'RULES.json': '{', 'versions/1.0.0.json': metadata('1.0.0') },
        bee: { 'RULES.json': rules('x') },
        fly: { 'RULES.json': rules('x'), 'versions/1.0.0.json': { status: 1 } },
      },
      ['ant', 'bee', 'cat', 'fly'],
      '# no markers\n',
    );
    expect(problems).toEqual([
      'support-matrix/invalid-json ../../libs/ant/cli_manifest/RULES.json',
      'support-matrix/no-versions SUPPORT.json',
      'support-matrix/root-missing SUPPORT.json',
      'support-matrix/invalid-input ../../libs/fly/cli_manifest/versions/1.0.0.json',
      'support-matrix/invalid-input ../../libs/fly/cli_manifest/versions/1.0.0.json',
      'support-matrix/marker-missing support-matrix.md',
      'support-matrix/marker-missing support-matrix.md',
    ]);
  });
});
