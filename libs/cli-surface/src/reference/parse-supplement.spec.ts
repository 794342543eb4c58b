import { parseReferenceSupplement } from './parse-supplement';

const read = (value: unknown) =>
  parseReferenceSupplement(JSON.stringify(value, null, 2), 'supplement/commands.json');

it('reads commands, unknown keys left out and null platforms taken for none', () => {
  const commands = [
    { path: ['a'], platforms: ['linux'], note: 'n', more: 1 },
    { path: [], platforms: null, note: '' },
  ];
  expect(read({ version: 1, commands, more: true })).toEqual({
    ok: true,
    findings: [],
    value: {
      version: 1,
      commands: [
        { path: ['a'], platforms: ['linux'], note: 'n' },
        { path: [], note: '' },
      ],
    },
  });
});

it('refuses another version, with its position', () => {
  const result = read({ version: 2, commands: [] });
  expect(result.ok).toBe(false);
  expect(result.findings).toMatchObject([
    {
      id: 'snapshot/supplement-invalid',
      file: 'supplement/commands.json',
      path: '/version',
      position: { line: 2, column: 3 },
    },
  ]);
});

it('names every problem', () => {
  const { findings } = read({
    version: 1,
    commands: [
      { path: 'a', note: 'n' },
      { path: ['b'], platforms: 'linux' },
    ],
  });
  expect(findings.map(({ path }) => path)).toEqual([
    '/commands/0/path',
    '/commands/1/platforms',
    '/commands/1/note',
  ]);
});

it('refuses a file that is cut off', () => {
  const result = parseReferenceSupplement('{"version": 1, "comm', 'supplement/commands.json');
  expect(result.findings).toMatchObject([{ id: 'snapshot/invalid-json', position: { line: 1 } }]);
});
