import fc from 'fast-check';
import type { SnapshotArg, SnapshotCommand, SnapshotFlag } from '@fixpoint/surface-formats';
import { mergeArgs, mergeReferenceEntries, mergeFlags, toReferenceEntry } from './merge-reference-entries';

const arg = (name: string, more: Partial<SnapshotArg> = {}): SnapshotArg => ({
  name,
  required: false,
  variadic: false,
  ...more,
});
const flag = (more: Partial<SnapshotFlag>): SnapshotFlag => ({ takes_value: false, ...more });

describe('arguments', () => {
  it('merge by name: properties are joined, a note is filled in but never replaced', () => {
    const known = [arg('B', { note: 'listed' }), arg('A')];
    const extra = [
      arg('B', { required: true, note: 'other' }),
      arg('A', { variadic: true, note: 'new' }),
      arg('C'),
    ];
    expect(mergeArgs(known, extra)).toEqual([
      arg('B', { required: true, note: 'listed' }),
      arg('A', { variadic: true, note: 'new' }),
      arg('C'),
    ]);
  });

  it('merge into the first of listed duplicates, and repeated new ones into one', () => {
    expect(mergeArgs([arg('A'), arg('A')], [arg('A', { required: true })])).toEqual([
      arg('A', { required: true }),
      arg('A'),
    ]);
    expect(mergeArgs([], [arg('A'), arg('A', { required: true })])).toEqual([arg('A', { required: true })]);
  });
});

describe('flags', () => {
  it('are found by long form when the new one has it, else by short form', () => {
    const known = [flag({ long: '--all', short: '-a' }), flag({ short: '-b' })];
    const extra = [
      flag({ short: '-a', takes_value: true, value_name: 'N' }),
      flag({ long: '--bee', short: '-b' }),
      flag({ short: '-b', repeatable: true }),
    ];
    expect(mergeFlags(known, extra)).toEqual([
      flag({ long: '--all', short: '-a', takes_value: true, value_name: 'N' }),
      flag({ short: '-b', repeatable: true }),
      flag({ long: '--bee', short: '-b' }),
    ]);
  });

  it('keep what they have and get what they lack, in the key order of the format', () => {
    const [merged] = mergeFlags(
      [flag({ long: '--x', value_name: 'A' })],
      [flag({ long: '--x', short: '-x', takes_value: true, value_name: 'B', repeatable: true })],
    );
    expect(JSON.stringify(merged)).toBe(
      '{"long":"--x","short":"-x","takes_value":true,"value_name":"A","repeatable":true}',
    );
  });
});

describe('entries', () => {
  it('take new paths whole and fill known ones', () => {
    const base: SnapshotCommand[] = [
      { path: [], usage: 'a' },
      { path: ['z'], args: [arg('B')] },
    ];
    const extra: SnapshotCommand[] = [
      { path: ['z'], args: [arg('A')], flags: [flag({ long: '--n' })] },
      { path: ['z', 'y'] },
      { path: ['b'], about: 'new' },
      { path: [], about: 'text', usage: 'b' },
    ];
    expect(mergeReferenceEntries(base, extra)).toEqual({
      entries: [
        { path: [], about: 'text', usage: 'a' },
        { path: ['b'], about: 'new' },
        { path: ['z'], args: [arg('A'), arg('B')], flags: [flag({ long: '--n' })] },
        { path: ['z', 'y'] },
      ],
      added: [['b'], ['z', 'y']],
    });
  });

  it('stay as they are when nothing is new', () => {
    const entry = fc.record({ path: fc.array(fc.string({ minLength: 1 }), { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ path }) => path.join('\u001f') }), (entries) => {
        const once = mergeReferenceEntries(entries, []);
        expect(mergeReferenceEntries(once.entries, entries)).toEqual({ entries: once.entries, added: [] });
      }),
    );
  });
});

describe('the record of a command', () => {
  it('has its keys in the order of the format and no empty lists', () => {
    const entry = toReferenceEntry({
      flags: [flag({ short: '-x' })],
      args: [],
      usage: 'u',
      platforms: ['p'],
      about: 'a',
      path: [],
    });
    expect(JSON.stringify(entry)).toBe(
      '{"path":[],"about":"a","usage":"u","platforms":["p"],"flags":[{"takes_value":false,"short":"-x"}]}',
    );
    expect(Object.keys(toReferenceEntry({ path: ['a'] }))).toEqual(['path']);
  });

  it('sorts arguments by name and flags by long then short form, missing ones last, in byte order', () => {
    const { args, flags } = toReferenceEntry({
      path: [],
      args: [arg('b'), arg('\u{1f600}'), arg('\uff5e'), arg('B', { note: '1' }), arg('B', { note: '2' })],
      flags: [
        { short: '-b' },
        { long: '--b' },
        { short: '-a' },
        { long: '--a' },
        { long: '--a', short: '-z' },
      ].map(flag),
    });
    expect(args?.map(({ name, note }) => `${name}${note ?? ''}`)).toEqual([
      'B1',
      'B2',
      'b',
      '\uff5e',
      '\u{1f600}',
    ]);
    expect(flags?.map(({ long, short }) => `${long ?? ''}${short ?? ''}`)).toEqual([
      '--a-z',
      '--a',
      '--b',
      '-a',
      '-b',
    ]);
  });
});
