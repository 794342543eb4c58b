import { join } from 'node:path';
import { expectGoldenDirectory } from '@fixpoint/testkit';
import { trace, traceConfig } from './test-support';

const SPEC = `# Queue

The key words of BCP 14 apply.

## Limits

- [ORCH-2001] The queue MUST refuse what is too much.
- [ORCH-2002] A stream MUST have one start.
- [ORCH-2003] The queue SHOULD count what it refuses.
- [ORCH-2004] Clients MAY wait.
`;
const FILES = {
  'specs/queue.md': SPEC,
  'src/queue.ts': '// Implements: ORCH-2001..2002\nexport class Queue {}\n',
  'src/queue.spec.ts': "it('refuses [ORCH-2001]', () => {});\nit('starts, ORCH-2002', () => {});\n",
  'api/data.yaml':
    "openapi: 3.0.3\ninfo: { title: T, version: '1' }\nx-req-id: ORCH-2004\npaths:\n  /tasks:\n    x-req-id: [ORCH-2001]\n    post:\n      operationId: enqueue\n      responses:\n        '429': { description: full, x-req-id: ORCH-2003 }\n",
  'pacts/a.json': JSON.stringify({
    consumer: { name: 'c' },
    provider: { name: 'p' },
    interactions: [
      {
        type: 'Synchronous/HTTP',
        description: 'a full queue [ORCH-2001]',
        comments: { references: { requirements: { id: 'ORCH-2002' } } },
        request: { method: 'GET', path: '/tasks' },
        response: { status: 200 },
      },
    ],
    metadata: { pactSpecification: { version: '4.0' } },
  }),
  'metrics/m.yaml':
    'metrics_schema_version: 1\nmetrics:\n  - { name: refused_total, type: counter, help: What ORCH-2001 refuses., requirements: [ORCH-2003] }\n',
  'features/a.feature':
    '# Traceability: ORCH-2004 (waiting), ORCH-2003\n@ORCH-2001\nFeature: Queue\n\n  @ORCH-2002 @slow\n  Scenario: starts\n    Given a stream\n',
};

describe('the artifacts', () => {
  it('are what is committed as goldens [FP-TRACE-001]', async () => {
    const { artifacts, told } = await trace(
      FILES,
      traceConfig({ needs: [['code'], ['test']], thresholds: { must: 100, should: 50 } }),
    );
    expectGoldenDirectory(join(__dirname, '../fixtures/queue/expected'), artifacts ?? []);
    expect(told).toEqual([
      'requirement-without-code specs/queue.md:9 ORCH-2003',
      'requirement-without-test specs/queue.md:9 ORCH-2003',
      'requirement-without-code specs/queue.md:10 ORCH-2004',
      'requirement-without-test specs/queue.md:10 ORCH-2004',
      'below-threshold .:- 0 %',
    ]);
  });

  it('are the same the second time, and when lines are put in above', async () => {
    const first = await trace(FILES);
    const moved = { ...first.files, 'src/queue.ts': `\n\n${FILES['src/queue.ts']}` };
    expect((await trace(moved)).artifacts).toEqual(first.artifacts);
  });

  it('are none where nothing is to be traced', async () => {
    const { trace: _trace, ...config } = traceConfig();
    expect(await trace(FILES, config)).toMatchObject({ artifacts: [], told: [] });
  });
});

describe('suspect links', () => {
  const changed = SPEC.replace('too much', 'one too many');
  const suspects = ({ told }: { told: readonly string[] }) =>
    told.filter((line) => line.startsWith('suspect'));

  it('are told until somebody confirms them [FP-TRACE-003]', async () => {
    const { files } = await trace(FILES);
    const after = await trace({ ...files, 'specs/queue.md': changed });
    expect(suspects(after)).toEqual([expect.stringMatching(/^suspect-link specs\/queue.md:7 [0-9a-f]{16}$/)]);
    const [finding] = after.findings.filter(({ id }) => id === 'trace/suspect-link');
    expect(finding?.message).toBe(
      'ORCH-2001 says something else than when 6 links were confirmed: code docs/src/queue.ts:1 (Queue); test docs/src/queue.spec.ts:1 (refuses [ORCH-2001]); operation docs/api/data.yaml:6 (enqueue); pact docs/pacts/a.json:1 (a full queue [ORCH-2001]); metric docs/metrics/m.yaml:3 (refused_total); feature docs/features/a.feature:2 (Queue)',
    );
    expect(finding?.fix).toContain('fixpoint trace --root docs --confirm ORCH-2001');
    expect(after.files['requirements/confirmed.json']).toBe(files['requirements/confirmed.json']);
    expect(suspects(await trace(after.files))).toHaveLength(1);
    expect(suspects(await trace(after.files, traceConfig(), { confirm: ['ORCH-2002'] }))).toHaveLength(1);
    expect(
      suspects(await trace(after.files, traceConfig(), { confirm: ['ORCH-2001'], check: true })),
    ).toHaveLength(1);
    for (const confirm of [['ORCH-2001'], ['*']]) {
      const confirmed = await trace(after.files, traceConfig(), { confirm });
      expect(suspects(confirmed)).toEqual([]);
      expect(suspects(await trace(confirmed.files))).toEqual([]);
    }
  });

  it('cover nothing, while a new link beside them does [FP-TRACE-005]', async () => {
    const { files } = await trace(FILES);
    const config = traceConfig({ thresholds: { must: 100 } });
    const after = await trace({ ...files, 'specs/queue.md': changed }, config);
    expect(after.told).toContain('below-threshold .:- 50 %');
    const added = { ...after.files, 'src/more.spec.ts': '// Verifies: ORCH-2001\n' };
    expect((await trace(added, config)).told).not.toContain('below-threshold .:- 50 %');
  });

  it('are none when the text is only wrapped, moved, or put under another heading [FP-TRACE-004]', async () => {
    const { files } = await trace(FILES);
    const moved = SPEC.replace('## Limits', '## Other').replace('refuse what is', 'refuse\n  what  is');
    expect(suspects(await trace({ ...files, 'specs/queue.md': '', 'specs/b.md': moved }))).toEqual([]);
  });

  it('are told when the level changes [FP-TRACE-003]', async () => {
    const { files } = await trace(FILES);
    const after = await trace({ ...files, 'specs/queue.md': SPEC.replace('queue MUST', 'queue SHOULD') });
    expect(suspects(after)).toHaveLength(1);
  });

  it('stay suspect when the file moves', async () => {
    const { files } = await trace(FILES);
    const { 'src/queue.ts': text = '', ...rest } = files;
    const moved = { ...rest, 'src/moved.ts': text, 'specs/queue.md': changed };
    const [finding] = (await trace(moved)).findings.filter(({ id }) => id === 'trace/suspect-link');
    expect(finding?.message).toContain('code docs/src/moved.ts:1 (Queue)');
  });

  it('stay suspect when what is tagged gets another name', async () => {
    const files = (await trace(FILES)).files;
    const renamed = {
      ...files,
      'src/queue.ts': String(files['src/queue.ts']).replaceAll('Queue', 'Line'),
      'specs/queue.md': SPEC.replace('refuse what is', 'take what is'),
    };
    const [finding] = (await trace(renamed)).findings.filter(({ id }) => id === 'trace/suspect-link');
    expect(finding?.message).toContain('(Line)');
  });

  it('leave the record with their link', async () => {
    const { files } = await trace(FILES);
    const { 'src/queue.ts': _gone, ...rest } = files;
    const after = await trace(rest);
    expect(after.files['requirements/confirmed.json']).not.toContain('src/queue.ts');
  });
});

describe('the record of confirmed links', () => {
  const record = 'requirements/confirmed.json';

  it('is missed when only the trace is there', async () => {
    const { [record]: _gone, ...files } = (await trace(FILES)).files;
    const after = await trace(files);
    expect(after).toMatchObject({ artifacts: undefined });
    expect(after.told).toContain('missing-record requirements/confirmed.json:-');
    expect((await trace(files, traceConfig(), { confirm: ['*'] })).artifacts).toHaveLength(3);
  });

  it.each([
    ['no JSON', '{"schema_version": 1,'],
    ['nothing', ''],
    ['another version', '{"schema_version": 2, "requirements": {}}'],
    ['no fingerprint', '{"schema_version": 1, "requirements": {"A-1": {"test": {"a": {"": "x"}}}}}'],
    ['an unknown kind', '{"schema_version": 1, "requirements": {"A-1": {"tests": {}}}}'],
    ['a list', '{"schema_version": 1, "requirements": []}'],
    ['no UTF-8', new Uint8Array([0xff, 0xfe])],
  ])('is broken with %s', async (_, text) => {
    const { files } = await trace(FILES);
    const after = await trace({ ...files, [record]: text });
    expect(after.artifacts).toBeUndefined();
    expect(after.findings).toContainEqual(
      expect.objectContaining({
        id: 'trace/broken-record',
        severity: 'error',
        file: record,
        fix: expect.stringContaining(
          "git checkout -- docs/requirements/confirmed.json; or look at all links again and run: fixpoint trace --root docs --confirm '*'",
        ),
      }),
    );
    expect((await trace({ ...files, [record]: text }, traceConfig(), { confirm: ['*'] })).files).toEqual(
      files,
    );
  });

  it('is taken from one side where a merge left its marks', async () => {
    const { files } = await trace(FILES);
    const text = `<<<<<<< ours\n${String(files[record])}=======\n{}\n>>>>>>> theirs\n`;
    const { artifacts, findings } = await trace({ ...files, [record]: text });
    expect(artifacts).toBeUndefined();
    expect(findings[0]).toMatchObject({
      id: 'trace/broken-record',
      fix: expect.stringContaining(
        'run: git checkout --ours -- docs/requirements/confirmed.json && fixpoint trace --root docs, and',
      ),
    });
  });

  it('says that what is to be confirmed does not exist', async () => {
    const { findings, artifacts } = await trace(FILES, traceConfig(), { confirm: ['ORCH-202'] });
    expect(artifacts).toBeUndefined();
    expect(findings).toContainEqual(
      expect.objectContaining({ id: 'trace/unknown-requirement', actual: 'ORCH-202' }),
    );
  });
});

describe('findings', () => {
  const only = (told: readonly string[], id: string) => told.filter((line) => line.startsWith(`${id} `));

  it('tell ids that no spec defines, in every layer, with the nearest one [FP-TRACE-002]', async () => {
    const swap = (text: string) => text.replaceAll('ORCH-2001', 'ORCH-2091');
    const files = Object.fromEntries(
      Object.entries(FILES).map(([file, text]) => [
        file,
        file.startsWith('specs') ? `${text}\nAs ORCH-2009 says.\n` : swap(text),
      ]),
    );
    const { told, findings } = await trace({ ...files, 'src/queue.ts': '// Implements: ORCH-2091\n' });
    expect(only(told, 'dangling-id').sort()).toEqual([
      'dangling-id api/data.yaml:6 ORCH-2091',
      'dangling-id features/a.feature:2 ORCH-2091',
      'dangling-id metrics/m.yaml:3 ORCH-2091',
      'dangling-id pacts/a.json:1 ORCH-2091',
      'dangling-id specs/queue.md:12 ORCH-2009',
      'dangling-id src/queue.spec.ts:1 ORCH-2091',
      'dangling-id src/queue.ts:1 ORCH-2091',
    ]);
    expect(findings.find(({ actual }) => actual === 'ORCH-2091')).toMatchObject({
      expected: 'ORCH-2001',
      severity: 'error',
    });
  });

  it('do not take other names in titles for ids', async () => {
    const { told } = await trace({
      ...FILES,
      'src/b.spec.ts': "it('reads FOO-123', f); it('ORCH-2999', f); function test_orch_2998() {}",
    });
    expect(only(told, 'dangling-id')).toEqual(['dangling-id src/b.spec.ts:1 ORCH-2999']);
  });

  it('tell tests that never run, which cover nothing', async () => {
    const source = "it.todo('refuses [ORCH-2001]');\nit('starts [ORCH-2002]', () => {});\n";
    const { told, findings } = await trace(
      { 'specs/queue.md': SPEC, 'src/queue.spec.ts': source },
      traceConfig({ thresholds: { must: 100 } }),
    );
    expect(told).toContain('skipped-test src/queue.spec.ts:1');
    expect(told).toContain('requirement-without-test specs/queue.md:7 ORCH-2001');
    expect(findings.filter(({ id }) => id === 'trace/below-threshold')).toMatchObject([
      { actual: '50 %', fix: 'link ORCH-2001 with: test; confirm links that are suspect' },
    ]);
  });

  it('name some of many requirements that are not covered', async () => {
    const lines = Array.from({ length: 12 }, (_, index) => `- [ORCH-${2001 + index}] It MUST run.`);
    const { findings } = await trace(
      { 'specs/queue.md': lines.join('\n'), 'src/queue.spec.ts': '' },
      traceConfig({ thresholds: { must: 100 } }),
    );
    const below = findings.find(({ id }) => id === 'trace/below-threshold');
    expect(below?.message).toMatch(/missing: ORCH-2001, .*, ORCH-2010, and 2 more$/);
  });

  it('tell tests without requirements, and globs without files', async () => {
    const { told } = await trace(
      { ...FILES, 'src/c.spec.ts': "it('works', f);" },
      traceConfig({ byDefault: ['features'], pacts: ['none/*.json', '!x'] }),
    );
    expect(only(told, 'test-without-requirement')).toEqual(['test-without-requirement src/c.spec.ts:-']);
    expect(only(told, 'no-files')).toEqual(['no-files .:- none/*.json']);
  });

  it('say that a level has no requirements, and do not round up [FP-TRACE-006]', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => `- [A-${1000 + index}] It MUST ${index}.\n`).join(
      '',
    );
    const tests = Array.from({ length: 999 }, (_, index) => `// Verifies: A-${1000 + index}\n`).join(
      'x();\n',
    );
    const { told } = await trace(
      { 'specs/a.md': many, 'src/a.spec.ts': tests },
      traceConfig({ thresholds: { must: 100, should: 80 } }),
    );
    expect(told).toEqual([
      'requirement-without-test specs/a.md:1000 A-1999',
      'below-threshold .:- 99.9 %',
      'level-without-requirements .:-',
    ]);
  });

  it('tell what cannot be read in one layer, and go on with the others, and write nothing [FP-TRACE-007]', async () => {
    const bytes = new Uint8Array([0x2f, 0x2f, 0xff]);
    const { told, artifacts } = await trace({
      ...FILES,
      'src/b.ts': bytes,
      'src/large.ts': ' '.repeat(5 * 1024 * 1024 + 1),
      'api/broken.yaml': 'openapi: 3.0.3\npaths: [',
      'api/part.yaml': 'type: object\n',
      'pacts/b.json': '{',
      'metrics/b.yaml': 'x: [',
      'metrics/c.json': '{}',
      'metrics/d.json': bytes,
      'features/b.feature': 'nonsense',
      'features/c.feature': bytes,
    });
    expect(artifacts).toBeUndefined();
    expect(told.filter((line) => !/^requirement|^test/.test(line))).toEqual([
      'not-utf8 src/b.ts:-',
      'too-large src/large.ts:-',
      expect.stringMatching(/^openapi\/invalid-yaml api\/broken.yaml/),
      expect.stringMatching(/^pact\/invalid-json pacts\/b.json/),
      expect.stringMatching(/^invalid-yaml metrics\/b.yaml/),
      'no-metrics metrics/c.json:1',
      'not-utf8 metrics/d.json:-',
      'invalid-feature features/b.feature:1',
      'not-utf8 features/c.feature:-',
    ]);
  });

  it('say that there is no requirement', async () => {
    const { artifacts, told } = await trace({ ...FILES, 'specs/queue.md': '# Queue\n' });
    expect(artifacts).toBeUndefined();
    expect(told).toContain('no-requirements .:-');
  });

  it('say nothing of it where none are allowed', async () => {
    const { specs, ...config } = traceConfig();
    const allowed = { ...config, specs: { ...specs!, allowEmpty: true } };
    const { artifacts, told } = await trace({ 'specs/queue.md': '# Queue\n' }, allowed);
    expect(told).toEqual([]);
    expect(artifacts).toEqual([]);
  });
});
