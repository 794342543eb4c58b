import type { WrapperCommand } from '@fixpoint/surface-formats';
import { LINUX, MACOS, manifestOf, WINDOWS } from '../test-support/manifest';
import { deriveReports, listsOf } from '../test-support/report';
import { unionOf } from '../test-support/union';

const MANIFEST = manifestOf();
const linux = { scope: { platforms: ['linux'] } };
const macos = { scope: { target_triples: [MACOS] } };

function lists(union: Parameters<typeof unionOf>[0], coverage: readonly WrapperCommand[], view = 'any') {
  const { artifacts, findings } = deriveReports(unionOf(union), coverage, MANIFEST);
  expect(findings).toEqual([]);
  return listsOf(artifacts, view);
}

describe('reports under rules version 2', () => {
  it('give each target its own level, and the views over several the worst one', () => {
    const coverage: WrapperCommand[] = [
      { path: ['a'], level: 'explicit', ...linux },
      { path: ['a'], level: 'unsupported', ...macos },
    ];
    expect(lists({ a: {} }, coverage, LINUX)).toEqual({});
    expect(lists({ a: {} }, coverage, MACOS)).toEqual({ unsupported: ['a (unsupported)'] });
    expect(lists({ a: {} }, coverage, WINDOWS)).toEqual({ missing_commands: ['a'] });
    expect(lists({ a: {} }, coverage, 'any')).toEqual({ missing_commands: ['a'] });
    expect(lists({ a: { available_on: [LINUX, MACOS] } }, coverage, 'any')).toEqual({
      unsupported: ['a (unsupported)'],
    });
  });

  it('prefer an entry for the target to one for its platform, and that to one without scope', () => {
    const coverage: WrapperCommand[] = [
      { path: ['a'], level: 'unsupported' },
      { path: ['a'], level: 'passthrough', note: 'n', scope: { platforms: ['linux', 'macos'] } },
      { path: ['a'], level: 'explicit', ...macos },
    ];
    expect(lists({ a: {} }, coverage, MACOS)).toEqual({});
    expect(lists({ a: {} }, coverage, LINUX)).toEqual({ passthrough_candidates: ['a (passthrough)'] });
    expect(lists({ a: {} }, coverage, WINDOWS)).toEqual({ unsupported: ['a (unsupported)'] });
  });

  it('prefer a flag whose own scope is more exact, then one whose command is', () => {
    const coverage: WrapperCommand[] = [
      { path: ['a'], level: 'explicit', flags: [{ key: '--x', level: 'unsupported' }] },
      { path: ['a'], level: 'explicit', ...linux, flags: [{ key: '--x', level: 'explicit' }] },
    ];
    expect(lists({ a: { flags: ['--x'] } }, coverage, LINUX)).toEqual({});
    expect(lists({ a: { flags: ['--x'] } }, coverage, MACOS)).toEqual({
      unsupported: ['a --x (unsupported)'],
    });
  });

  it('take the worst of entries that are equally exact', () => {
    const coverage: WrapperCommand[] = [
      { path: ['a'], level: 'explicit' },
      { path: ['a'], level: 'unknown' },
    ];
    expect(lists({ a: {} }, coverage)).toEqual({ missing_commands: ['a (unknown)'] });
  });

  it('hand waivers down by target', () => {
    const coverage: WrapperCommand[] = [
      { path: ['a'], level: 'intentionally_unsupported', note: 'n', ...linux },
      { path: ['a'], level: 'explicit', scope: { platforms: ['macos', 'windows'] } },
    ];
    const union = { a: { flags: ['--x'] }, 'a b': { available_on: [LINUX] } };
    expect(lists(union, coverage, LINUX)).toEqual({
      intentionally_unsupported: [
        'a (intentionally_unsupported)',
        'a b (intentionally_unsupported)',
        'a --x (intentionally_unsupported)',
      ],
    });
    expect(lists(union, coverage, MACOS)).toEqual({ missing_flags: ['a --x'] });
    expect(lists(union, coverage, 'any')).toEqual({
      missing_flags: ['a --x'],
      intentionally_unsupported: ['a (intentionally_unsupported)', 'a b (intentionally_unsupported)'],
    });
  });

  it('count unsupported units of every kind apart', () => {
    const unsupported = { level: 'unsupported' } as const;
    const coverage: WrapperCommand[] = [
      {
        path: ['a'],
        ...unsupported,
        flags: [{ key: '--x', ...unsupported }],
        args: [{ name: 'A', ...unsupported }],
      },
    ];
    expect(lists({ a: { flags: ['--x'], args: ['A'] } }, coverage)).toEqual({
      unsupported: ['a (unsupported)', 'a --x (unsupported)', 'a A (unsupported)'],
    });
  });

  it('never miss a hidden unit, and tell coverage of one from coverage of nothing [FP-REP-002]', () => {
    const union = {
      exec: { flags: [{ key: '--full-auto', hidden: true as const }, '--json'], args: ['P'] },
      proxy: { hidden: true as const, flags: ['--port'], args: ['URL'] },
      tunnel: { hidden: true as const },
    };
    const coverage: WrapperCommand[] = [
      {
        path: ['exec'],
        level: 'explicit',
        flags: [
          { key: '--full-auto', level: 'explicit' },
          { key: '--gone', level: 'explicit' },
        ],
      },
      {
        path: ['proxy'],
        level: 'explicit',
        flags: [{ key: '--port', level: 'explicit' }],
        args: [{ name: 'URL', level: 'explicit' }],
      },
    ];
    expect(lists(union, coverage)).toEqual({
      missing_flags: ['exec --json'],
      missing_args: ['exec P'],
      wrapper_only_flags: ['exec --gone (explicit)'],
      wrapper_hidden_commands: ['proxy (explicit)'],
      wrapper_hidden_flags: ['exec --full-auto (explicit)', 'proxy --port (explicit)'],
      wrapper_hidden_args: ['proxy URL (explicit)'],
    });
  });

  describe('effective flags', () => {
    const union = {
      '': { flags: [{ key: '--model', short: '-m' }, '--search', { key: '--cd', available_on: [LINUX] }] },
      exec: { folded_flags: ['--model', '--cd'] },
      review: { folded_flags: ['--model'] },
    };
    const flags = (...keys: string[]) => keys.map((key) => ({ key, level: 'explicit' as const }));
    const covered = { level: 'explicit' } as const;

    it('count a flag of a command whose counterpart was folded into the root as upstream’s', () => {
      const coverage: WrapperCommand[] = [
        { path: [], ...covered, flags: flags('--model', '--search', '--cd') },
        { path: ['exec'], ...covered, flags: flags('--model', '--search') },
        { path: ['review'], ...covered },
      ];
      expect(lists(union, coverage)).toEqual({ wrapper_only_flags: ['exec --search (explicit)'] });
    });

    it('take a root flag for covered where a command that shares it covers it', () => {
      const coverage: WrapperCommand[] = [
        { path: [], ...covered },
        { path: ['exec'], ...covered, flags: flags('-m', '--cd') },
        { path: ['review'], level: 'explicit', flags: [{ key: '--model', level: 'unsupported' }] },
      ];
      expect(lists(union, coverage)).toEqual({ missing_flags: ['--search'] });
    });

    it('do not take a root flag for covered where no command that shares it covers it', () => {
      const coverage: WrapperCommand[] = [
        { path: [], ...covered, flags: flags('--search') },
        { path: ['exec'], ...covered, ...linux, flags: flags('--model') },
        { path: ['exec'], ...covered, scope: { platforms: ['macos', 'windows'] } },
        {
          path: ['review'],
          ...covered,
          flags: [{ key: '--model', level: 'intentionally_unsupported', note: 'n' }],
        },
      ];
      expect(lists(union, coverage, LINUX)).toEqual({ missing_flags: ['--cd'] });
      expect(lists(union, coverage, MACOS)).toEqual({ missing_flags: ['--model'] });
    });

    it('let the entry at the root decide where there is one', () => {
      const coverage: WrapperCommand[] = [
        { path: [], ...covered, flags: [...flags('--search', '--cd'), { key: '-m', level: 'unsupported' }] },
        { path: ['exec'], ...covered, flags: flags('--model') },
        { path: ['review'], ...covered },
      ];
      expect(lists(union, coverage)).toEqual({ unsupported: ['--model (unsupported)'] });
    });
  });

  it('know units by their other spellings, in the declaration and in exclusions', () => {
    const union = {
      exec: {
        aliases: ['e'],
        flags: [
          { key: '--json', aliases: ['--experimental-json'] },
          { key: '--out', short: '-o' },
        ],
      },
      'exec resume': {},
    };
    const coverage: WrapperCommand[] = [
      { path: ['e'], level: 'explicit', flags: [{ key: '--experimental-json', level: 'explicit' }] },
      { path: ['e', 'resume'], level: 'explicit' },
    ];
    const exclusions = [{ unit: 'flag', path: ['e'], key: '-o', note: 'files' }] as const;
    const { artifacts } = deriveReports(unionOf(union), coverage, manifestOf({ exclusions }));
    expect(listsOf(artifacts, 'any')).toEqual({ excluded_flags: ['exec --out'] });
  });

  it('list exclusions with the reason and look at nothing below an excluded command [FP-REP-003]', () => {
    const exclusions = [
      { unit: 'command', path: ['a'], note: 'interactive' },
      { unit: 'arg', path: ['b'], name: 'B', note: 'pseudo' },
    ] as const;
    const union = unionOf({ a: { flags: ['--x'] }, b: { args: ['B'] } });
    const coverage: WrapperCommand[] = [{ path: ['a'], level: 'explicit' }];
    const { artifacts } = deriveReports(union, coverage, manifestOf({ exclusions }));
    expect(listsOf(artifacts, 'any')).toEqual({
      missing_commands: ['b'],
      excluded_commands: ['a (explicit)'],
      excluded_args: ['b B'],
    });
    expect(artifacts.find(({ path }) => path.endsWith('any.json'))?.text).toContain('"note": "interactive"');
  });
});
