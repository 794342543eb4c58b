import fc from 'fast-check';
import { COVERAGE_LEVELS, type WrapperCommand } from '@fixpoint/surface-formats';
import { LINUX, MACOS, manifestOf, TARGETS, WINDOWS } from '../test-support/manifest';
import { byContent, inSourceOrder, normalizeCoverage } from './normalize-coverage';

const { targets } = manifestOf();

function normalize(coverage: readonly WrapperCommand[]): WrapperCommand[] {
  return normalizeCoverage(coverage, targets, byContent);
}

const scope = fc.option(
  fc.record(
    {
      platforms: fc.subarray(['linux', 'macos', 'windows']),
      target_triples: fc.shuffledSubarray(TARGETS),
    },
    { requiredKeys: [] },
  ),
  { nil: undefined },
);
const common = {
  level: fc.constantFrom(...COVERAGE_LEVELS),
  note: fc.option(fc.constantFrom('', 'because', 'Ünïcode \u{1f600}', '\uffff'), { nil: undefined }),
  scope,
};
const words = fc.constantFrom('a', 'b', 'exec', '\u{1f600}', '\uffee');
const command: fc.Arbitrary<WrapperCommand> = fc.record(
  {
    path: fc.array(words, { maxLength: 2 }),
    ...common,
    flags: fc.array(fc.record({ key: fc.constantFrom('--a', '--b', '-c'), ...common }), { maxLength: 4 }),
    args: fc.array(fc.record({ name: words, ...common }), { maxLength: 3 }),
  },
  { requiredKeys: ['path', 'level'] },
);
const coverage = fc.array(command, { maxLength: 6 });

describe('normalizeCoverage', () => {
  it('is idempotent', () => {
    fc.assert(
      fc.property(coverage, (entries) => {
        const once = normalize(entries);
        expect(JSON.stringify(normalize(once))).toBe(JSON.stringify(once));
      }),
    );
  });

  it('does not depend on the order of the declaration [FP-COV-001]', () => {
    const shuffled = coverage.chain((entries) =>
      fc.tuple(
        fc.constant(entries),
        fc.shuffledSubarray(entries, { minLength: entries.length }).map((list) =>
          list.map((entry) => ({
            ...entry,
            ...(entry.flags && { flags: [...entry.flags].reverse() }),
            ...(entry.args && { args: [...entry.args].reverse() }),
            ...(entry.scope?.target_triples && {
              scope: { ...entry.scope, target_triples: [...entry.scope.target_triples].reverse() },
            }),
          })),
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([entries, other]) => {
        expect(JSON.stringify(normalize(other))).toBe(JSON.stringify(normalize(entries)));
      }),
    );
  });

  it('writes scopes as targets in target order and removes empty ones', () => {
    const entries: WrapperCommand[] = [
      { path: ['a'], level: 'explicit', scope: { platforms: ['windows'], target_triples: [LINUX] } },
      { path: ['b'], level: 'explicit', scope: { platforms: [] } },
      { path: ['c'], level: 'explicit', scope: { target_triples: [MACOS, LINUX, MACOS] } },
    ];
    expect(normalize(entries)).toEqual([
      { path: ['a'], level: 'explicit', scope: { target_triples: [LINUX, WINDOWS] } },
      { path: ['b'], level: 'explicit' },
      { path: ['c'], level: 'explicit', scope: { target_triples: [LINUX, MACOS] } },
    ]);
  });

  it('drops empty lists and puts the keys in the order of the format', () => {
    const entry = {
      args: [],
      flags: [{ note: 'n', level: 'unknown', key: '-x' }],
      level: 'explicit',
      path: [],
    };
    expect(JSON.stringify(normalize([entry as WrapperCommand]))).toBe(
      '[{"path":[],"level":"explicit","flags":[{"key":"-x","level":"unknown","note":"n"}]}]',
    );
  });

  it('orders entries of one unit by scope, targets, level and note', () => {
    const entry = (changes: Partial<WrapperCommand>): WrapperCommand => ({
      path: ['a'],
      level: 'explicit',
      ...changes,
    });
    const sorted = [
      entry({ scope: { target_triples: [MACOS] } }),
      entry({ scope: { target_triples: [LINUX] } }),
      entry({}),
      entry({ note: 'a' }),
      entry({ note: 'b' }),
      entry({ level: 'passthrough' }),
      entry({ level: 'intentionally_unsupported' }),
      entry({ level: 'unsupported' }),
      entry({ level: 'unknown' }),
    ];
    expect(normalize([...sorted].reverse())).toEqual(sorted);
  });

  it('keeps equal entries in source order where the rules want it', () => {
    const first: WrapperCommand = {
      path: ['a'],
      level: 'explicit',
      flags: [{ key: '--z', level: 'explicit' }],
    };
    const second: WrapperCommand = {
      path: ['a'],
      level: 'explicit',
      flags: [{ key: '--a', level: 'explicit' }],
    };
    expect(normalizeCoverage([first, second], targets, inSourceOrder)).toEqual([first, second]);
    expect(normalizeCoverage([first, second], targets, byContent)).toEqual([second, first]);
  });
});
