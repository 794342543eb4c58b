import type { SnapshotCommand, SnapshotFlag } from '@fixpoint/surface-formats';
import { LINUX, MAC, manifestOf, merge, mergeCommandLists, snapshotOf } from './testing';

describe('mergeUnion, root flags of rules version 2', () => {
  const json: SnapshotFlag = { long: '--json', takes_value: false, description: 'Print JSON' };
  const tree = (root: readonly SnapshotFlag[], own: readonly SnapshotFlag[]): SnapshotCommand[] => [
    { path: [], flags: root },
    { path: ['x'], flags: own },
  ];

  it('folds a flag that repeats a root flag, and says so [FP-UNION-006]', () => {
    const union = mergeCommandLists(tree([json], [{ ...json, description: 'As JSON' }]));
    expect(union.commands[1]).toEqual({ path: ['x'], available_on: [LINUX], folded_flags: ['--json'] });
  });

  it.each([
    ['takes a value', { takes_value: true }],
    ['has another short form', { short: '-j' }],
    ['has another default', { default: 'x' }],
    ['is hidden', { hidden: true as const }],
  ])('keeps a flag that %s [FP-UNION-006]', (_what, change) => {
    const union = mergeCommandLists(tree([json], [{ ...json, ...change }]));
    expect(union.commands[1]?.flags?.map(({ key }) => key)).toEqual(['--json']);
    expect(union.commands[1]?.folded_flags).toBeUndefined();
  });

  it('keeps a flag that is there where the root flag is not', () => {
    const union = mergeCommandLists(tree([json], [json]), tree([], [json]));
    expect(union.commands[1]?.flags?.[0]?.available_on).toEqual([LINUX, MAC]);
  });

  it('keeps a flag that is not there where command and root flag are', () => {
    const union = mergeCommandLists(tree([json], [json]), tree([json], []));
    expect(union.commands[1]?.flags?.[0]?.available_on).toEqual([LINUX]);
  });

  it('keeps a flag that differs on any target, with its conflict', () => {
    const other = { ...json, short: '-j' };
    const union = mergeCommandLists(tree([json], [json]), tree([json], [other]));
    expect(union.commands[1]?.conflicts?.map(({ field }) => field)).toEqual(['short']);
  });

  it('folds a flag that differs between targets as the root flag does, whose conflict stands there', () => {
    const other = { ...json, short: '-j' };
    const union = mergeCommandLists(tree([json], [json]), tree([other], [other]));
    expect(union.commands[0]?.conflicts?.map(({ field }) => field)).toEqual(['short']);
    expect(union.commands[1]).toEqual({ path: ['x'], available_on: [LINUX, MAC], folded_flags: ['--json'] });
  });

  it('folds nothing where the marker keeps root flags', () => {
    const two = manifestOf(2);
    const manifest = { ...two, union: { ...two.union, foldRootFlags: false } };
    const union = merge({ [LINUX]: snapshotOf(LINUX, tree([json], [json])) }, manifest);
    expect(union.commands[1]?.flags).toHaveLength(1);
  });
});
