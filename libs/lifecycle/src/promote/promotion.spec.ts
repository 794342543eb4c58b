import fc from 'fast-check';
import { memoryPorts } from '@fixpoint/testkit';
import type { Manifest } from '@fixpoint/surface-formats';
import {
  filesOf,
  inputsOf,
  LINUX,
  MACOS,
  manifestOf,
  surface,
  WINDOWS,
  withMetadata,
} from '../test-support/root';
import { planPromotion } from './plan-promotion';
import { collectPromotion, type PromotionRequest } from './promotion-facts';
import type { PromotionPlan } from './promotion-plan';
import { renderPromotion } from './render-promotion';

type Files = Readonly<Record<string, string>>;

async function plan(
  files: Files,
  request: PromotionRequest,
  manifest: Manifest = manifestOf(),
): Promise<PromotionPlan> {
  const facts = await collectPromotion(memoryPorts({ files }), manifest, request);
  if (!facts.ok) return { version: request.version, changes: [], unmoved: [], refused: facts.findings };
  return planPromotion({ facts: facts.value, manifest, request });
}

const applied = (files: Files, { changes }: PromotionPlan): Files => ({
  ...files,
  ...Object.fromEntries(changes.map(({ path, text }) => [path, text])),
});
const pointersOf = (files: Files) =>
  Object.fromEntries(
    Object.entries(files).flatMap(([path, text]) => (path.endsWith('.txt') ? [[path, text]] : [])),
  );
const ids = ({ refused }: PromotionPlan) => refused.map(({ id }) => id);

const PASSED = { [LINUX]: 'passed', [MACOS]: 'passed' } as const;
const root = () =>
  withMetadata(
    filesOf({ versions: { '1.0.0': { evidence: PASSED }, '2.0.0': { evidence: { [LINUX]: 'passed' } } } }),
  );

describe('a promotion', () => {
  it('moves the pointers of every target that the version stands for, and the root with the required one', async () => {
    const files = await root();
    const planned = await plan(files, { version: '1.0.0' });
    expect(planned.refused).toEqual([]);
    const after = applied(files, planned);
    expect(pointersOf(after)).toEqual({
      'latest_validated.txt': '1.0.0\n',
      'min_supported.txt': '1.0.0\n',
      [`pointers/latest_supported/${LINUX}.txt`]: '1.0.0\n',
      [`pointers/latest_supported/${MACOS}.txt`]: '1.0.0\n',
      [`pointers/latest_supported/${WINDOWS}.txt`]: '1.0.0\n',
      [`pointers/latest_validated/${LINUX}.txt`]: '1.0.0\n',
      [`pointers/latest_validated/${MACOS}.txt`]: '1.0.0\n',
      [`pointers/latest_validated/${WINDOWS}.txt`]: 'none\n',
    });
    expect(after['current.json']).toBe(files['snapshots/1.0.0/union.json']);
    expect(renderPromotion(planned, false)).toContain('latest_validated.txt');
    expect((await plan(after, { version: '1.0.0' })).changes).toEqual([]);
    const next = await plan(after, { version: '2.0.0' });
    expect(pointersOf(applied(after, next))).toMatchObject({
      'latest_validated.txt': '2.0.0\n',
      'min_supported.txt': '1.0.0\n',
      [`pointers/latest_validated/${LINUX}.txt`]: '2.0.0\n',
      [`pointers/latest_validated/${MACOS}.txt`]: '1.0.0\n',
    });
  });

  it('moves named targets alone, and the root only with the required one', async () => {
    const files = await root();
    const { changes } = await plan(files, { version: '1.0.0', targets: [MACOS] });
    const moved = changes.filter(({ to }) => to === '1.0.0').map(({ path }) => path);
    expect(moved).toEqual([
      `pointers/latest_supported/${MACOS}.txt`,
      `pointers/latest_validated/${MACOS}.txt`,
    ]);
    expect(ids(await plan(files, { version: '2.0.0', targets: [MACOS] }))).toEqual(['promote/target-closed']);
    expect(ids(await plan(files, { version: '2.0.0', targets: ['mars'] }))).toEqual([
      'promote/target-unexpected',
    ]);
  });

  it('never moves a pointer back unless it is allowed to [FP-LIFE-008]', async () => {
    const files = await root();
    const at2 = applied(files, await plan(files, { version: '2.0.0' }));
    const back = await plan(at2, { version: '1.0.0' });
    expect(ids(back)).toEqual([
      'promote/below-min-supported',
      'promote/backward',
      'promote/backward',
      'promote/backward',
    ]);
    const at1 = applied(files, await plan(files, { version: '1.0.0' }));
    const forward = applied(at1, await plan(at1, { version: '2.0.0' }));
    expect(ids(await plan(forward, { version: '1.0.0', allowBackward: true }))).toEqual([]);
    expect((await plan(forward, { version: '1.0.0', allowBackward: true })).changes.length).toBeGreaterThan(
      2,
    );
  });

  it('leaves the pointers of other targets that are further already', async () => {
    const files = { ...(await root()), [`pointers/latest_supported/${WINDOWS}.txt`]: '3.0.0\n' };
    const { refused, unmoved } = await plan(files, { version: '2.0.0' });
    expect(refused).toEqual([]);
    expect(unmoved).toEqual([
      { path: `pointers/latest_supported/${WINDOWS}.txt`, value: '3.0.0', reason: 'newer than 2.0.0' },
    ]);
  });

  it('is refused with every gate that does not hold [FP-LIFE-007]', async () => {
    const reported = await withMetadata(
      filesOf({ versions: { '1.0.0': {}, '1.0.0-rc.1': { evidence: PASSED } } }),
    );
    expect(ids(await plan(reported, { version: '1.0.0' }))).toEqual([
      'promote/not-validated',
      'promote/target-closed',
    ]);
    expect(ids(await plan(reported, { version: '1.0.0-rc.1' }))).toEqual(['promote/version-not-stable']);
    const files = await root();
    expect(ids(await plan({ ...files, 'latest_validated.txt': 'v1\n' }, { version: '1.0.0' }))).toEqual([
      'promote/pointer-malformed',
    ]);
    expect(ids(await plan(files, { version: '1.0.0', minSupported: '0.9.0' }))).toEqual([
      'promote/min-supported-not-validated',
    ]);
    expect(ids(await plan(files, { version: '1.0.0', minSupported: '2.0.0' }))).toEqual([
      'promote/below-min-supported',
    ]);
  });

  it('is refused while the committed metadata is not what the artifacts support [FP-LIFE-007]', async () => {
    const files = await root();
    const { 'versions/1.0.0.json': text = '', ...without } = files;
    expect(ids(await plan(without, { version: '1.0.0' }))).toEqual(['promote/metadata-drifted']);
    const claimed = { ...files, 'versions/1.0.0.json': text.replace('true', 'false') };
    expect(ids(await plan(claimed, { version: '1.0.0' }))).toEqual(['promote/metadata-drifted']);
    expect(ids(await plan(files, { version: '9.0.0' }))).toEqual(['version-metadata/union-missing']);
  });

  it('gives nothing to do after it was applied, from wherever it started', async () => {
    const files = await root();
    const value = fc.constantFrom('none\n', '0.9.0\n', '1.0.0\n', '1.0.0', undefined);
    const paths = [
      'latest_validated.txt',
      'min_supported.txt',
      `pointers/latest_validated/${LINUX}.txt`,
      `pointers/latest_supported/${WINDOWS}.txt`,
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 4, maxLength: 4 }), async (values) => {
        const texts = paths.flatMap((path, index) =>
          values[index] === undefined ? [] : [[path, values[index]] as const],
        );
        const start = { ...files, ...Object.fromEntries(texts) } as Files;
        const first = await plan(start, { version: '1.0.0' });
        expect(first.refused).toEqual([]);
        expect((await plan(applied(start, first), { version: '1.0.0' })).changes).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a promotion under rules version 1', () => {
  const raw = {
    versioning: { pointers: { stable_semver_pattern: '^\\d+\\.\\d+\\.\\d+$' } },
    version_metadata: {
      supported_policy: {
        coverage_requirement: {
          allowed_levels: ['explicit'],
          disallowed_levels: [],
          treat_missing_as: 'unknown',
        },
      },
    },
  };
  const manifest = manifestOf({ rulesSchemaVersion: 1, lifecycle: undefined, raw });
  const union = surface({
    commands: [{ path: [], available_on: [LINUX, MACOS] }],
    inputs: inputsOf([LINUX, MACOS]),
    complete: false,
  });
  const files = filesOf({ coverage: [{ path: [], level: 'explicit' }], versions: { '1.0.0': { union } } });

  it('records every input as passed, and leaves what was recorded before', async () => {
    const planned = await plan(files, { version: '1.0.0' }, manifest);
    expect(planned.refused).toEqual([]);
    const after = applied(files, planned);
    expect(JSON.parse(after['versions/1.0.0.json'] ?? '')).toMatchObject({
      status: 'validated',
      validation: { passed_targets: [LINUX, MACOS] },
    });
    expect(pointersOf(after)).toEqual({
      'latest_validated.txt': '1.0.0\n',
      [`pointers/latest_supported/${LINUX}.txt`]: '1.0.0\n',
      [`pointers/latest_supported/${MACOS}.txt`]: '1.0.0\n',
      [`pointers/latest_supported/${WINDOWS}.txt`]: 'none\n',
      [`pointers/latest_validated/${LINUX}.txt`]: '1.0.0\n',
      [`pointers/latest_validated/${MACOS}.txt`]: '1.0.0\n',
      [`pointers/latest_validated/${WINDOWS}.txt`]: 'none\n',
    });
    expect((await plan(after, { version: '1.0.0' }, manifest)).changes).toEqual([]);
  });

  it('is refused where the claim is', async () => {
    const uncovered = filesOf({ coverage: [], versions: { '1.0.0': { union } } });
    expect(ids(await plan(uncovered, { version: '1.0.0' }, manifest))).toEqual([
      'version-metadata/gate-required-target-supported',
    ]);
  });
});
