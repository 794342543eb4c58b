import type { WrapperCommand } from '@fixpoint/surface-formats';
import { LINUX, MACOS, referenceManifestOf } from '../test-support/manifest';
import { deriveReports, listsOf } from '../test-support/report';
import { unionOf } from '../test-support/union';

const MANIFEST = referenceManifestOf();
const linux = { scope: { platforms: ['linux'] } };
const macos = { scope: { target_triples: [MACOS] } };

function lists(union: Parameters<typeof unionOf>[0], coverage: readonly WrapperCommand[], view = 'any') {
  const { artifacts, findings } = deriveReports(unionOf(union), coverage, MANIFEST);
  return findings.length > 0 ? findings.map(({ id, path }) => [id, path]) : listsOf(artifacts, view);
}

describe('reports under rules version 1', () => {
  it('give units their lists by level', () => {
    const flags = ['--a', '--b', '--c', '--d', '--e', '--f'].map((key) => key);
    const levels = [
      'explicit',
      'passthrough',
      'intentionally_unsupported',
      'unsupported',
      'unknown',
    ] as const;
    const names = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
    const union = Object.fromEntries([['', { flags }], ...names.map((name) => [name, {}])]);
    const coverage: WrapperCommand[] = [
      {
        path: [],
        level: 'explicit',
        flags: levels.map((level, index) => ({ key: flags[index] ?? '', level, note: 'n' })),
      },
      ...levels.map((level, index) => ({ path: [names[index] ?? ''], level, note: 'n' })),
    ];
    expect(lists(union, coverage)).toEqual({
      missing_commands: ['c5 (unknown)', 'c6'],
      missing_flags: ['--d (unsupported)', '--e (unknown)', '--f'],
      passthrough_candidates: ['c2 (passthrough)'],
      unsupported: ['c4 (unsupported)'],
      intentionally_unsupported: ['c3 (intentionally_unsupported)', '--c (intentionally_unsupported)'],
    });
  });

  it('take a unit that is covered on some target for covered in the view over any', () => {
    const coverage: WrapperCommand[] = [{ path: ['a'], level: 'explicit', ...linux }];
    expect(lists({ a: {} }, coverage)).toEqual({});
    expect(lists({ a: {} }, coverage, MACOS)).toEqual({ missing_commands: ['a'] });
  });

  it('fail where one unit has two levels, scopes that do not overlap included', () => {
    const coverage: WrapperCommand[] = [
      { path: ['a'], level: 'explicit', ...linux },
      { path: ['a'], level: 'unsupported', ...macos },
    ];
    expect(lists({ a: {} }, coverage)).toEqual([['report/levels-mixed', '/coverage/1']]);
  });

  it('hand a waiver of a command down to everything below it that has no level of its own', () => {
    const union = { a: { flags: ['--x'], args: ['A'] }, 'a b': { flags: ['--y'] }, ab: {} };
    const coverage: WrapperCommand[] = [
      { path: ['a'], level: 'intentionally_unsupported', note: ' outer ' },
      { path: ['a', 'b'], level: 'explicit' },
    ];
    expect(lists(union, coverage)).toEqual({
      missing_commands: ['ab'],
      intentionally_unsupported: [
        'a (intentionally_unsupported)',
        'a --x (intentionally_unsupported)',
        'a b --y (intentionally_unsupported)',
        'a A (intentionally_unsupported)',
      ],
    });
    const { artifacts } = deriveReports(unionOf(union), coverage, MANIFEST);
    expect(artifacts[0]?.text).toContain('"note": "outer"');
  });

  it('fail where a waiver covers some but not all targets of what inherits it', () => {
    const coverage: WrapperCommand[] = [
      { path: ['a'], level: 'intentionally_unsupported', note: 'n', ...linux },
    ];
    expect(lists({ a: {}, 'a b': {} }, coverage)).toEqual([['report/waiver-partly-scoped', '/coverage/0']]);
    expect(lists({ a: {}, 'a b': { available_on: [LINUX] } }, coverage)).toEqual({
      intentionally_unsupported: ['a (intentionally_unsupported)', 'a b (intentionally_unsupported)'],
    });
  });

  it('fail where a waiver has no note', () => {
    const waived = { level: 'intentionally_unsupported', note: ' ' } as const;
    const coverage: WrapperCommand[] = [
      { path: ['gone'], ...waived },
      {
        path: ['a'],
        level: 'explicit',
        flags: [
          { key: '--x', ...waived },
          { key: '--gone', ...waived },
        ],
      },
    ];
    expect(lists({ a: { flags: ['--x'] } }, coverage)).toEqual([
      ['report/waiver-without-note', '/coverage/0'],
      ['report/waiver-without-note', '/coverage/1/flags/0'],
    ]);
  });

  it('take hidden units, aliases and folded flags for what version 1 takes them for', () => {
    const union = {
      '': { flags: ['--model'] },
      exec: { aliases: ['e'], folded_flags: ['--model'], hidden: true as const },
    };
    const coverage: WrapperCommand[] = [
      { path: ['e'], level: 'explicit', flags: [{ key: '--model', level: 'explicit' }] },
    ];
    expect(lists(union, coverage)).toEqual({
      missing_commands: ['(root)', 'exec'],
      missing_flags: ['--model'],
      wrapper_only_commands: ['e (explicit)'],
      wrapper_only_flags: ['e --model (explicit)'],
    });
  });
});
