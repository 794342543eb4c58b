import fc from 'fast-check';
import { describeChanges } from './describe-changes';
import { jsonChanges } from './json-changes';

const messages = (actual: unknown, expected: unknown) =>
  jsonChanges(actual, expected).map((change) => describeChanges([change]).message);

const flag = (key: string, more: object = {}) => ({ key, long: key, takes_value: false, ...more });
const union = (flags: readonly object[]) => ({
  complete: true,
  commands: [
    { path: [], available_on: ['linux'] },
    { path: ['exec'], available_on: ['linux'], flags },
  ],
});

describe('jsonChanges', () => {
  it('names the field of a flag of a command', () => {
    expect(messages(union([flag('--json', { takes_value: true })]), union([flag('--json')]))).toEqual([
      'flag --json of command "exec": takes_value is true, the inputs give false',
    ]);
  });

  it('is not misled by keys that every object inherits', () => {
    const named = JSON.parse('{"constructor": 1, "toString": 2, "__proto__": {"a": 1}}') as object;
    expect(messages(named, {})).toEqual([
      'constructor is 1, the inputs give none',
      'toString is 2, the inputs give none',
      '__proto__ is {"a":1}, the inputs give none',
    ]);
    expect(messages({}, named)).toHaveLength(3);
    expect(messages({ constructor: [{ id: 'a' }] }, {})).toEqual([
      'entry of constructor "a": committed, but the inputs do not give it',
    ]);
  });

  it('names elements on one side only, wherever they stand', () => {
    expect(messages(union([flag('--a'), flag('--c')]), union([flag('--b'), flag('--c')]))).toEqual([
      'flag --a of command "exec": committed, but the inputs do not give it',
      'flag --b of command "exec": not there, the inputs give it',
    ]);
  });

  it('takes an absent list for an empty one', () => {
    const bare = { commands: [{ path: ['exec'], available_on: ['linux'] }] };
    const full = { commands: [{ path: ['exec'], available_on: ['linux'], flags: [flag('--a')] }] };
    expect(messages(bare, full)).toEqual(['flag --a of command "exec": not there, the inputs give it']);
    expect(messages(full, bare)).toEqual([
      'flag --a of command "exec": committed, but the inputs do not give it',
    ]);
  });

  it('tells a change of order from a change of content', () => {
    expect(messages(union([flag('--b'), flag('--a')]), union([flag('--a'), flag('--b')]))).toEqual([
      'command "exec": flags are in another order: flag --b stands where the inputs give flag --a',
    ]);
  });

  it('names the items of a list of texts', () => {
    expect(messages({ available_on: ['a', 'b'] }, { available_on: ['a', 'c,d'] })).toEqual([
      'available_on lacks "c,d" and has "b", which the inputs do not give',
    ]);
    expect(messages({ available_on: ['b', 'a'] }, { available_on: ['a', 'b'] })).toEqual([
      'available_on is in another order or number: ["b","a"], the inputs give ["a","b"]',
    ]);
  });

  it.each([
    [
      'units of a report',
      { deltas: { missing_flags: [{ path: ['exec'], key: '--x', upstream_available_on: ['linux'] }] } },
      { deltas: { missing_flags: [] } },
      'flag --x of command "exec" in missing_flags: committed, but the inputs do not give it',
    ],
    [
      'commands in a list of another kind',
      { deltas: { missing_commands: [] } },
      { deltas: { missing_commands: [{ path: ['a', 'b'] }] } },
      'command "a b" in missing_commands: not there, the inputs give it',
    ],
    [
      'arguments',
      { commands: [{ path: [], args: [{ name: 'PROMPT', required: true }] }] },
      { commands: [{ path: [], args: [{ name: 'PROMPT', required: false }] }] },
      'argument "PROMPT" of the root command: required is true, the inputs give false',
    ],
    [
      'inputs by target',
      { inputs: [{ target_triple: 'x86_64-linux', binary: { size_bytes: 1 } }] },
      { inputs: [{ target_triple: 'x86_64-linux', binary: { size_bytes: 2 } }] },
      'input x86_64-linux: binary.size_bytes is 1, the inputs give 2',
    ],
    [
      'lists of command paths',
      { commands_added: [['a', 'b']] },
      { commands_added: [['a', 'c']] },
      'command "a b" in commands_added: committed, but the inputs do not give it',
    ],
    [
      'conflicts',
      {
        conflicts: [
          { unit: 'flag', path: ['a'], key: '-x', field: 'takes_value', values_by_target: { t: 1 } },
        ],
      },
      {
        conflicts: [
          { unit: 'flag', path: ['a'], key: '-x', field: 'takes_value', values_by_target: { t: 2 } },
        ],
      },
      'conflict on takes_value of flag -x of command "a" in conflicts: values_by_target.t is 1, the inputs give 2',
    ],
    [
      'equal names by occurrence',
      {
        coverage: [
          { path: ['a'], level: 'x' },
          { path: ['a'], level: 'y' },
        ],
      },
      {
        coverage: [
          { path: ['a'], level: 'x' },
          { path: ['a'], level: 'z' },
        ],
      },
      'command "a" (occurrence 2): level is "y", the inputs give "z"',
    ],
    ['whole documents', [], {}, 'the document is [], the inputs give {}'],
    ['null beside a list', { a: null }, { a: [{ name: 'x' }] }, 'a is null, the inputs give [{"name":"x"}]'],
    ['absent values', {}, { a: 1 }, 'a is absent, the inputs give 1'],
    ['values nobody gives', { a: 1 }, {}, 'a is 1, the inputs give none'],
  ])('names %s', (_name, actual, expected, message) => {
    expect(messages(actual, expected)[0]).toBe(message);
  });

  it('compares elements without identity by what they have in common', () => {
    const place = (line: number) => ({ file: 'a.ts', line });
    expect(messages({ at: [place(1), place(3)] }, { at: [place(1), place(2), place(3)] })).toEqual([
      'at.1 is absent, the inputs give {"file":"a.ts","line":2}',
    ]);
    expect(messages({ at: [place(1), place(9)] }, { at: [place(1), place(2)] })).toEqual([
      'at.1.line is 9, the inputs give 2',
    ]);
  });

  it('cuts long values so that their difference shows', () => {
    const head = 'x'.repeat(300);
    const [message] = messages({ usage: `${head}A` }, { usage: `${head}B` });
    expect(message).toBe(`usage is …${'x'.repeat(20)}A", the inputs give …${'x'.repeat(20)}B"`);
  });

  it('finds a change exactly when two documents differ, and points into the committed one', () => {
    const value = fc.jsonValue({ maxDepth: 4 }).map((json) => JSON.parse(JSON.stringify(json)) as unknown);
    const isThere = (document: unknown, path: readonly (string | number)[]) =>
      path.reduce<unknown>(
        (at, part) => (at === undefined || at === null ? undefined : (at as Record<string, unknown>)[part]),
        document,
      ) !== undefined;
    fc.assert(
      fc.property(value, value, (actual, expected) => {
        expect(jsonChanges(actual, actual)).toEqual([]);
        const changes = jsonChanges(actual, expected);
        expect(changes.length > 0).toBe(JSON.stringify(sorted(actual)) !== JSON.stringify(sorted(expected)));
        for (const { path } of changes) expect(isThere(actual, path)).toBe(true);
      }),
    );
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return { entries: entries.map(([key, item]) => [key, sorted(item)]) };
}
