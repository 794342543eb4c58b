import fc from 'fast-check';
import { compareVersions, type Manifest } from '@fixpoint/surface-formats';
import { memoryPorts } from '@fixpoint/testkit';
import { filesOf, LIFECYCLE, LINUX, manifestOf, withMetadata } from '../test-support/root';
import { readPointerValue } from '../promote/pointer-value';
import { describeRetention } from './describe-retention';
import { planRetention, type RetentionPlan } from './plan-retention';
import { collectRetention, type RetentionFacts } from './retention-facts';

async function plan(
  files: Readonly<Record<string, string>>,
  manifest: Manifest = manifestOf(),
): Promise<RetentionPlan> {
  const facts = await collectRetention(memoryPorts({ files }), manifest);
  if (!facts.ok) throw new Error(JSON.stringify(facts.findings));
  const planned = planRetention(facts.value, manifest);
  if (!planned.ok) throw new Error(JSON.stringify(planned.findings));
  return planned.value;
}

const PASSED = { evidence: { [LINUX]: 'passed' } } as const;
const keepOne = manifestOf({
  lifecycle: { ...LIFECYCLE, retention: { keepLastValidated: 1, alwaysKeep: [] } },
});

describe('pruning', () => {
  it('keeps the last validated versions, what pointers name and work in progress, and takes everything else whole', async () => {
    const files = {
      ...(await withMetadata(
        filesOf({ versions: { '0.9.0': {}, '1.0.0': PASSED, '1.1.0': {}, '2.0.0': PASSED, '10.0.0': {} } }),
      )),
      'min_supported.txt': '0.9.0\n',
      'raw_help/1.0.0/x/help.txt': 'x',
      'raw_help/notes/x': 'x',
      'reports/0.5.0/old.json': '{}',
    };
    const planned = await plan(files, keepOne);
    expect(planned.keep).toEqual([
      { version: '0.9.0', reasons: ['min_supported.txt'] },
      { version: '2.0.0', reasons: ['one of the last 1 validated'] },
      { version: '10.0.0', reasons: ['newer than 2.0.0, the newest validated'] },
    ]);
    expect(planned.prune).toEqual([
      { version: '0.5.0', paths: ['reports/0.5.0'] },
      {
        version: '1.0.0',
        paths: [
          'snapshots/1.0.0',
          'raw_help/1.0.0',
          'reports/1.0.0',
          'validations/1.0.0',
          'versions/1.0.0.json',
        ],
      },
      { version: '1.1.0', paths: ['snapshots/1.1.0', 'reports/1.1.0', 'versions/1.1.0.json'] },
    ]);
    expect(describeRetention(planned, keepOne, false)).toContain(
      '  1.1.0  (snapshots/1.1.0, reports/1.1.0, versions/1.1.0.json)\n',
    );
  });

  it('keeps everything while no version is validated [FP-LIFE-010]', async () => {
    const planned = await plan(
      await withMetadata(filesOf({ versions: { '1.0.0': {}, '2.0.0': {} } })),
      keepOne,
    );
    expect(planned.prune).toEqual([]);
  });

  it('does not believe a status that was written by hand', async () => {
    const files = await withMetadata(filesOf({ versions: { '1.0.0': PASSED, '2.0.0': {} } }));
    const claimed = {
      ...files,
      'versions/2.0.0.json': (files['versions/2.0.0.json'] ?? '').replace(
        '"status": "reported"',
        '"status": "validated"',
      ),
    };
    expect((await plan(claimed, keepOne)).prune).toEqual([]);
  });

  it('keeps what RULES.json always keeps, and is refused while a pointer cannot be read', async () => {
    const always = manifestOf({
      lifecycle: { ...LIFECYCLE, retention: { keepLastValidated: 1, alwaysKeep: ['1.0.0'] } },
    });
    const files = await withMetadata(filesOf({ versions: { '1.0.0': {}, '2.0.0': PASSED } }));
    expect((await plan(files, always)).prune).toEqual([]);
    const { refused } = await plan({ ...files, 'pointers/latest_validated/x.txt': 'newest\n' }, always);
    expect(refused).toMatchObject([
      { id: 'retain/pointer-malformed', file: 'pointers/latest_validated/x.txt' },
    ]);
  });

  const version = fc
    .tuple(fc.nat(3), fc.nat(3), fc.constantFrom('', '-rc.1', '+b1'))
    .map(([a, b, suffix]) => `${a}.${b}.0${suffix}`);
  const status = fc.constantFrom('snapshotted', 'reported', 'validated', 'supported');
  const facts = fc
    .record({
      places: fc.uniqueArray(version, { maxLength: 10 }),
      statuses: fc.dictionary(version, status),
      pointers: fc.array(fc.oneof(version, fc.constant('none')), { maxLength: 4 }),
    })
    .map(
      ({ places, statuses, pointers }): RetentionFacts => ({
        places: new Map(places.sort(compareVersions).map((each) => [each, [`snapshots/${each}`]])),
        statuses: new Map(Object.entries(statuses)),
        pointers: pointers.map((text, index) => ({
          path: `pointers/${index}.txt`,
          value: readPointerValue(text),
        })),
      }),
    );

  it('never takes a version that is kept, and decides about every one [FP-LIFE-009]', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom<1 | 2>(1, 2), (given, rulesSchemaVersion) => {
        const manifest = {
          ...keepOne,
          rulesSchemaVersion,
          raw: { storage: { retention: { keep_last_validated: 2 } } },
        };
        const planned = planRetention(given, manifest);
        if (!planned.ok) throw new Error('refused');
        const kept = new Set(planned.value.keep.map((each) => each.version));
        const pruned = planned.value.prune.map((each) => each.version);
        expect(pruned.filter((each) => kept.has(each))).toEqual([]);
        expect([...given.places.keys()].filter((each) => !kept.has(each) && !pruned.includes(each))).toEqual(
          [],
        );
        for (const { value } of given.pointers)
          if (value.kind === 'version') expect(kept.has(value.version)).toBe(true);
      }),
    );
  });

  it('never takes what is newer than the newest validated version [FP-LIFE-010]', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const planned = planRetention(given, keepOne);
        if (!planned.ok) throw new Error('refused');
        const validated = [...given.statuses].flatMap(([each, at]) =>
          at === 'validated' || at === 'supported' ? [each] : [],
        );
        for (const { version: pruned } of planned.value.prune) {
          expect(validated.some((each) => compareVersions(each, pruned) >= 0)).toBe(true);
        }
      }),
    );
  });
});

describe('pruning under rules version 1', () => {
  const raw = { storage: { retention: { keep_last_validated: 1 } } };
  const manifest = manifestOf({ rulesSchemaVersion: 1, lifecycle: undefined, raw });

  it('takes snapshots and reports alone, and what is newer too', async () => {
    const files = {
      'snapshots/1.0.0/x.json': '',
      'snapshots/2.0.0/x.json': '',
      'reports/0.1.0/x.json': '',
      'reports/latest/x.json': '',
      'versions/1.0.0.json': '{"semantic_version":"1.0.0","status":"validated"}',
      'versions/2.0.0.json': '{',
      'latest_validated.txt': ' 3.0.0\n',
      'pointers/a/b.txt': 'newest',
    };
    const planned = await plan(files, manifest);
    expect(planned.refused).toEqual([]);
    expect(describeRetention(planned, manifest, true)).toBe(
      'apply: true\nkeep_versions:\n  1.0.0\n  3.0.0\ndelete_versions:\n  0.1.0\n  2.0.0\n',
    );
  });

  it('insists on its policy', async () => {
    const facts = await collectRetention(memoryPorts(), { ...manifest, raw: {} });
    const planned = facts.ok ? planRetention(facts.value, { ...manifest, raw: {} }) : facts;
    expect(planned).toMatchObject({ ok: false, findings: [{ id: 'retain/policy-malformed' }] });
  });
});
