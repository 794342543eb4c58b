import type { ContractsConfig, Interaction } from '@fixpoint/contract-formats';
import type { Finding, Result } from '@fixpoint/model';
import { memoryPorts, type MemoryWorld } from '@fixpoint/testkit';
import { interactionOf } from '../testing/interactions';
import { createBreakingDerivations } from './breaking-derivation';
import type { BreakingFacts } from './facts';

const document = (...states: readonly string[]): string => `openapi: 3.0.3
info: {title: Things, version: 1.0.0}
paths:
  /things/{id}/state:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                state: {type: string, enum: [${states.join(', ')}]}
      responses:
        '202': {description: Accepted}
`;
const OLD = document('Draft', 'Active');
const NEW = document('Active');

const CONFIG: ContractsConfig = {
  root: 'libs/api',
  documents: [{ name: 'things', file: 'openapi.yaml' }],
  schemas: [],
  breaking: {},
};
const BASELINE: ContractsConfig = { ...CONFIG, breaking: { baseline: 'published' } };
const HISTORY = { mergeBase: 'c0ffee0123456789', commits: { c0ffee0123456789: { 'openapi.yaml': OLD } } };

interface Run {
  readonly world: MemoryWorld;
  readonly config?: ContractsConfig;
  readonly which?: 'breaking' | 'baseline';
  readonly interactions?: readonly Interaction[];
}

async function run({ world, config = CONFIG, which = 'breaking', interactions = [] }: Run) {
  const derivation = createBreakingDerivations(async () => interactions)[which];
  const scope = { check: true };
  const facts: Result<BreakingFacts> = await derivation.collect(memoryPorts(world), config, scope);
  if (!facts.ok) return { outcome: 'collect', findings: facts.findings };
  const derived = derivation.derive(facts.value, config);
  return {
    outcome: derived.ok ? 'derived' : (derived as { outcome?: string }).outcome,
    artifacts: derived.ok ? derived.value : undefined,
    findings: [...(derivation.check?.(facts.value, config) ?? []), ...derived.findings],
  };
}

const short = (findings: readonly Finding[]): string[] =>
  findings.map(({ id, severity, file, position }) => `${severity} ${id} ${file}:${position?.line ?? ''}`);

describe('breaking', () => {
  it('compares with where the branch left the default one, and says where and how to go on [FP-BRK-001]', async () => {
    const { findings, artifacts } = await run({
      world: { files: { 'openapi.yaml': NEW }, history: HISTORY },
    });
    expect(artifacts).toEqual([]);
    expect(findings).toEqual([
      {
        id: 'breaking/request-property-enum-value-removed',
        severity: 'error',
        message:
          'POST /things/{id}/state: the property `state` of the request body does not have the value `"Draft"` any more',
        file: 'openapi.yaml',
        position: { line: 12, column: 39 },
        path: '/paths/~1things~1{id}~1state/post/requestBody/content/application~1json/schema/properties/state/enum',
        expected: '"Draft"',
        fix: 'leave what consumers rely on as it was, or accept it until a day in a file of waivers (name it as breaking.waivers where the contracts are named): - {rule: request-property-enum-value-removed, location: "POST /things/{id}/state", reason: "…", until: "YYYY-MM-DD"}',
      },
    ]);
  });

  it('counts the interactions that use what is gone, and takes what nobody uses for less [FP-BRK-006]', async () => {
    const sent = (state: string): Interaction =>
      interactionOf({ method: 'POST', path: '/things/7/state', body: { state }, status: 202 });
    const config: ContractsConfig = {
      ...CONFIG,
      breaking: { unusedSeverity: 'note' },
      pacts: { files: ['pacts/*.json'], allowEmpty: false },
    };
    const world = { files: { 'openapi.yaml': NEW }, history: HISTORY };
    const unused = await run({ world, config, interactions: [sent('Active')] });
    expect(unused.findings).toMatchObject([
      { severity: 'note', message: expect.stringMatching(/`"Draft"` any more, used by 0 of 1 interaction$/) },
    ]);
    const used = await run({ world, config, interactions: [sent('Active'), sent('Draft')] });
    expect(used.findings).toMatchObject([
      { severity: 'error', message: expect.stringMatching(/, used by 1 of 2 interactions$/) },
    ]);
    const other = { ...config, pacts: { ...config.pacts, files: [], allowEmpty: true, documents: ['x'] } };
    expect((await run({ world, config: other, interactions: [sent('Active')] })).findings).toMatchObject([
      { severity: 'error', message: expect.stringMatching(/any more$/) },
    ]);
  });

  it('finds nothing where nothing changed, and nothing in a document that is new', async () => {
    const same = await run({ world: { files: { 'openapi.yaml': OLD }, history: HISTORY } });
    expect(same.findings).toEqual([]);
    const history = { mergeBase: 'c0', commits: { c0: {} } };
    const { findings } = await run({ world: { files: { 'openapi.yaml': NEW }, history } });
    expect(short(findings)).toEqual(['note breaking/document-new openapi.yaml:']);
  });

  it('compares with a revision that is named, and says when there is none', async () => {
    const world = {
      files: { 'openapi.yaml': NEW },
      history: { commits: { 'v1.0': { 'openapi.yaml': OLD } } },
    };
    const at = (base: string) => run({ world, config: { ...CONFIG, breaking: { base } } });
    expect(short((await at('v1.0')).findings)).toEqual([
      'error breaking/request-property-enum-value-removed openapi.yaml:12',
    ]);
    const unknown = await at('v2.0');
    expect([unknown.outcome, ...short(unknown.findings)]).toEqual([
      'collect',
      'error breaking/unknown-revision .:',
    ]);
  });

  it('leaves it to the port to say that there is no history', async () => {
    await expect(run({ world: { files: { 'openapi.yaml': NEW } } })).rejects.toThrow('no git repository');
  });

  it('judges all other documents when one is broken [FP-BRK-005]', async () => {
    const config = { ...CONFIG, documents: [{ name: 'b', file: 'broken.yaml' }, ...CONFIG.documents] };
    const files = { 'openapi.yaml': NEW, 'broken.yaml': 'openapi: 3.0.3\npaths: [' };
    const { outcome, findings } = await run({ world: { files, history: HISTORY }, config });
    expect(outcome).toBe('usage');
    expect(short(findings)).toEqual([
      'error breaking/request-property-enum-value-removed openapi.yaml:12',
      'error openapi/invalid-yaml broken.yaml:2',
    ]);
  });

  it('warns when the past cannot be read, which nobody can repair', async () => {
    const history = { mergeBase: 'c0', commits: { c0: { 'openapi.yaml': '{' } } };
    const { findings } = await run({ world: { files: { 'openapi.yaml': NEW }, history } });
    expect(short(findings)).toEqual(['warning breaking/base-unreadable openapi.yaml:']);
  });

  it('derives nothing where nothing is to be compared, and refuses to compare nothing', async () => {
    const { breaking: _breaking, ...without } = CONFIG;
    expect((await run({ world: {}, config: without })).findings).toEqual([]);
    const config = { ...CONFIG, documents: [] };
    expect(short((await run({ world: { history: HISTORY }, config })).findings)).toEqual([
      'error breaking/no-documents .:',
    ]);
  });
});

describe('waivers', () => {
  const waiver = (part: Partial<Record<'rule' | 'location' | 'reason' | 'until', string>> = {}): string =>
    JSON.stringify([
      {
        rule: 'request-property-enum-value-removed',
        location: 'POST /things/{name}/state',
        reason: 'nobody sends it',
        until: '2026-06-30',
        ...part,
      },
    ]);
  const judge = (text: string | undefined, now: string, part: Partial<Run> = {}) => {
    const files = {
      'openapi.yaml': NEW,
      'published/openapi.yaml': OLD,
      ...(text !== undefined && { 'waivers.json': text }),
    };
    const config = part.config ?? CONFIG;
    return run({
      ...part,
      world: { files, history: HISTORY, now },
      config: { ...config, breaking: { ...config.breaking, waivers: 'waivers.json' } },
    });
  };

  it('make a note of what they waive, and name themselves', async () => {
    const { findings } = await judge(waiver(), '2026-06-30T23:00:00Z');
    expect(findings).toMatchObject([
      {
        severity: 'note',
        message: expect.stringContaining('waived until 2026-06-30 by waivers.json: nobody sends it'),
        fix: 'repair it before 2026-06-30, when the waiver ends',
      },
    ]);
    const place = '#/paths/~1things~1{id}~1state/post/requestBody';
    expect((await judge(waiver({ location: place }), '2026-01-01T00:00:00Z')).findings).toMatchObject([
      { severity: 'note' },
    ]);
  });

  it('hold for the whole document, where what they waive is no part of an operation', async () => {
    const text = waiver({ rule: 'webhook-removed', location: '/' });
    const webhooks = 'webhooks: {hook: {post: {responses: {}}}}\n';
    const files = {
      'openapi.yaml': OLD,
      'published/openapi.yaml': `${OLD}${webhooks}`,
      'waivers.json': text,
    };
    const config = { ...BASELINE, breaking: { ...BASELINE.breaking, waivers: 'waivers.json' } };
    expect((await run({ world: { files }, config })).findings).toMatchObject([
      { id: 'breaking/webhook-removed', severity: 'note' },
    ]);
  });

  it('end after their last day [FP-BRK-007]', async () => {
    const { findings } = await judge(waiver(), '2026-07-01T00:00:00Z');
    expect(short(findings)).toEqual([
      'error breaking/waiver-expired waivers.json:1',
      'error breaking/request-property-enum-value-removed openapi.yaml:12',
    ]);
  });

  it.each([
    ['another place', waiver({ location: 'GET /things/{id}/state' })],
    ['another rule', waiver({ rule: 'request-property-removed' })],
  ])('that name %s waive nothing, which is a finding [FP-BRK-009]', async (_name, text) => {
    const { findings } = await judge(text, '2026-01-01T00:00:00Z');
    expect(short(findings)).toEqual([
      'warning breaking/waiver-unused waivers.json:1',
      'error breaking/request-property-enum-value-removed openapi.yaml:12',
    ]);
    const committed = await judge(text, '2026-01-01T00:00:00Z', { config: BASELINE });
    expect(short(committed.findings)[0]).toBe('error breaking/waiver-unused waivers.json:1');
  });

  it('that cannot be read are a matter of usage', async () => {
    const { findings, outcome } = await judge('[', '2026-01-01T00:00:00Z');
    expect(short(findings)).toContain('error breaking/invalid-json waivers.json:1');
    expect(outcome).toBe('usage');
  });

  it('that are named and absent are a finding', async () => {
    const { findings } = await judge(undefined, '2026-01-01T00:00:00Z');
    expect(short(findings)[0]).toBe('error breaking/waivers-absent waivers.json:');
  });

  it('are not judged by the clock in the check whose verdict is cached [FP-BRK-008]', async () => {
    const { findings } = await judge(waiver(), '2030-01-01T00:00:00Z', {
      which: 'baseline',
      config: BASELINE,
    });
    expect(short(findings)).toEqual(['note breaking/request-property-enum-value-removed openapi.yaml:12']);
  });
});

describe('a committed baseline', () => {
  const files = { 'openapi.yaml': NEW, 'published/openapi.yaml': OLD };

  it.each(['breaking', 'baseline'] as const)(
    'is compared with by %s, without git [FP-BRK-002]',
    async (which) => {
      const { findings } = await run({ world: { files }, config: BASELINE, which });
      expect(short(findings)).toEqual(['error breaking/request-property-enum-value-removed openapi.yaml:12']);
    },
  );

  it('is all that the cached check looks at', async () => {
    const { findings } = await run({ world: { files }, which: 'baseline' });
    expect(findings).toEqual([]);
  });

  it('lets a sunset date pass for both checks, and blames a late announcement where nothing is cached', async () => {
    const staged = (stage: string): string => OLD.replace('    post:\n', `    post:\n${stage}`);
    const deprecated = staged('      deprecated: true\n      x-sunset: 2026-05-01\n');
    const rules = async (old: string, now: string, which: 'breaking' | 'baseline') => {
      const world = {
        files: { 'openapi.yaml': now, 'published/openapi.yaml': old },
        now: '2026-06-01T00:00:00Z',
      };
      return short((await run({ world, config: BASELINE, which })).findings);
    };
    const gone = 'openapi: 3.0.3\ninfo: {title: Things, version: 1.0.0}\npaths: {}\n';
    for (const which of ['breaking', 'baseline'] as const) {
      expect(await rules(deprecated, gone, which)).toEqual([
        'note breaking/api-path-removed-with-deprecation openapi.yaml:3',
      ]);
    }
    expect(await rules(OLD, deprecated, 'breaking')).toEqual([
      'error breaking/api-sunset-date-too-small openapi.yaml:5',
    ]);
    expect(await rules(OLD, deprecated, 'baseline')).toEqual([
      'note breaking/endpoint-deprecated-with-sunset openapi.yaml:5',
    ]);
  });

  it('that has none of the documents proves nothing', async () => {
    const { findings } = await run({ world: { files: { 'openapi.yaml': NEW } }, config: BASELINE });
    expect(short(findings)).toEqual([
      'error breaking/baseline-empty published:',
      'note breaking/document-new openapi.yaml:',
    ]);
  });

  it('that cannot be read can be repaired', async () => {
    const { findings } = await run({
      world: { files: { ...files, 'published/openapi.yaml': 'openapi: 2' } },
      config: BASELINE,
    });
    expect(short(findings)).toEqual(['error openapi/unknown-version published/openapi.yaml:1']);
  });

  it('is read with the files that its documents refer to, where they lie outside too', async () => {
    const main = (type: string) => ({
      'openapi.yaml': `openapi: 3.0.3
info: {title: t, version: '1'}
paths: {/a: {get: {responses: {'200': {content: {a/b: {schema: {$ref: '../shared.yaml#/S'}}}}}}}}
`,
      'shared.yaml': `S: {type: ${type}}\n`,
    });
    const [old, now] = [main('integer'), main('string')];
    const { findings } = await run({
      world: {
        root: '/workspace/api',
        files: {
          'openapi.yaml': now['openapi.yaml'],
          'published/openapi.yaml': old['openapi.yaml'],
          'published/shared.yaml': old['shared.yaml'],
        },
        packageFiles: { '/workspace/shared.yaml': now['shared.yaml'] },
      },
      config: BASELINE,
    });
    expect(short(findings)).toEqual(['error breaking/response-body-type-changed ../shared.yaml:1']);
  });
});
