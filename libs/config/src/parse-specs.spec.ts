import { parseSpecsConfig, specsOfDirectory } from './parse-specs';

const parse = (value: unknown) => parseSpecsConfig(JSON.stringify(value, null, 2), 'docs');
const told = (value: unknown): string[] => {
  const result = parse(value);
  return result.ok ? [] : result.findings.map(({ id, path, position }) => `${id} ${path} ${position?.line}`);
};

describe('parseSpecsConfig', () => {
  it('means the same by an empty marker as by none', () => {
    const parsed = parse({ specs_schema_version: 1 });
    const { specs, ...config } = specsOfDirectory('docs');
    const { byDefault, ...said } = specs!;
    expect(byDefault).toBe(true);
    expect(parsed).toEqual({
      ok: true,
      value: { ...config, specs: said, marker: 'SPECS.json' },
      findings: [],
    });
  });

  it('finds specs in the usual folders', () => {
    expect(specsOfDirectory('docs')).toMatchObject({
      specs: {
        files: ['.specs/**/*.md', 'specs/**/*.md'],
        output: 'requirements',
        compliance: 'COMPLIANCE.md',
        allowEmpty: false,
      },
      lint: { sections: [] },
      trace: {
        needs: [['test', 'feature']],
        thresholds: {},
        byDefault: expect.arrayContaining(['code', 'tests']),
      },
      links: { ignore: [], external: { timeoutMs: 15000, concurrency: 8, retries: 2 } },
      steps: { byDefault: true },
    });
  });

  it('switches off what is false, and with the specs all that follows from them', () => {
    const parsed = parse({ specs_schema_version: 1, specs: false, steps: false });
    expect(parsed).toMatchObject({ ok: true, value: { links: {} } });
    const { specs, lint, trace, steps } = (parsed as unknown as { value: Record<string, unknown> }).value;
    expect([specs, lint, trace, steps]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('takes tests out of the code, and tells what was asked for from defaults', () => {
    const parsed = parse({
      specs_schema_version: 1,
      trace: {
        code: { files: ['../libs/*/src/**/*.ts'] },
        tests: { files: ['./../libs/**/*.spec.ts', '!**/old/**'], patterns: ['covers (?<ids>\\S+)'] },
        needs: ['code', ['test', 'feature']],
        thresholds: { must: 100, should: 80 },
      },
    });
    expect(parsed).toMatchObject({
      value: {
        trace: {
          code: { files: ['../libs/*/src/**/*.ts', '!../libs/**/*.spec.ts'], patterns: [] },
          tests: { files: ['../libs/**/*.spec.ts', '!**/old/**'], patterns: ['covers (?<ids>\\S+)'] },
          needs: [['code'], ['test', 'feature']],
          thresholds: { must: 100, should: 80 },
          byDefault: ['documents', 'pacts', 'metrics', 'features'],
        },
      },
    });
  });

  it('asks for definitions or patterns of steps, not for both', () => {
    const parsed = parse({ specs_schema_version: 1, steps: { patterns: './steps.json' } });
    expect(parsed).toMatchObject({ value: { steps: { patterns: 'steps.json', definitions: [] } } });
  });

  it.each([
    ['an unknown section', { specs_schema_version: 1, spec: {} }, 'config/unknown-key /spec 3'],
    [
      'an unknown key of a section that may be false',
      { specs_schema_version: 1, links: { ignored: [] } },
      'config/unknown-key /links/ignored 4',
    ],
    [
      'a threshold above all',
      { specs_schema_version: 1, trace: { thresholds: { must: 101 } } },
      'config/invalid-value /trace/thresholds/must 5',
    ],
    [
      'neither false nor a section',
      { specs_schema_version: 1, trace: true },
      'config/invalid-value /trace 3',
    ],
    ['nothing left', { specs_schema_version: 1, specs: false, links: false, steps: false }, 'config/rule  1'],
    [
      'an output outside',
      { specs_schema_version: 1, specs: { output: '../requirements' } },
      'config/rule /specs/output 4',
    ],
    ...['.*', '[A-Za-z]+', '(ORCH', '\\w+', 'x*'].map((pattern): [string, object, string] => [
      `the id pattern ${pattern}`,
      { specs_schema_version: 1, specs: { ids: ['ORCH-[0-9]{4}', pattern] } },
      'config/rule /specs/ids/1 6',
    ]),
    [
      'a pattern of tags without its group',
      { specs_schema_version: 1, trace: { code: { patterns: ['covers \\S+'] } } },
      'config/rule /trace/code/patterns/0 6',
    ],
  ])('refuses %s', (_, marker, expected) => {
    expect(told(marker).join(', ')).toBe(expected);
  });
});
