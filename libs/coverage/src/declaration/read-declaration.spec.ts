import type { DeclaredSource } from './declared-source';
import { readDeclaration, readSoundUnits } from './read-declaration';

const STRICT = { knownLevels: true, knownKeys: true };
const TOLERANT = { knownLevels: true, knownKeys: false };

function file(path: string, text: string): DeclaredSource {
  return { kind: 'file', file: path, text };
}

const VALID = { schema_version: 1, coverage: [{ path: ['a'], level: 'explicit' }] };

describe('readDeclaration', () => {
  it.each<[string, DeclaredSource]>([
    ['JSON', file('coverage.json', JSON.stringify(VALID))],
    ['JSON with a byte order mark', file('coverage.json', `\ufeff${JSON.stringify(VALID)}`)],
    ['YAML', file('coverage.yml', 'schema_version: 1\ncoverage:\n  - path: [a]\n    level: explicit\n')],
    ['JSON in a file of another name', file('coverage', JSON.stringify(VALID))],
    [
      'YAML in a file of another name',
      file('coverage', 'schema_version: 1\ncoverage: [{path: [a], level: explicit}]'),
    ],
    ['what a command printed', { kind: 'command', file: 'RULES.json', text: `\n${JSON.stringify(VALID)}` }],
    [
      'a module',
      {
        kind: 'module',
        file: 'c.ts',
        text: `export const c = ${JSON.stringify(VALID)} as const;`,
        exportName: 'c',
      },
    ],
  ])('reads %s', (_name, source) => {
    expect(readDeclaration(source, STRICT)).toMatchObject({ ok: true, value: { coverage: VALID } });
  });

  it('finds every defect of the shape, each with its place', () => {
    const text = `{
  "schema_version": 2,
  "covrage": [],
  "coverage": [
    { "path": ["a"], "level": "explicitt" },
    { "path": "b", "level": "explicit", "flag": [] },
    { "path": ["c"], "level": "explicit", "flags": [{ "level": "passthrough" }], "args": null },
    { "path": [], "level": "explicit", "scope": { "targets": [] } }
  ]
}`;
    const { findings } = readDeclaration(file('coverage.json', text), STRICT);
    expect(findings.map(({ id, path, position, message }) => [id, path, position?.line, message])).toEqual([
      ['wrapper-coverage/wrong-type', '/schema_version', 2, '/schema_version must be 1, not 2'],
      [
        'wrapper-coverage/unknown-value',
        '/coverage/0/level',
        5,
        'unknown level "explicitt": did you mean "explicit"?',
      ],
      ['wrapper-coverage/wrong-type', '/coverage/1/path', 6, '/coverage/1/path must be a list, not "b"'],
      ['wrapper-coverage/unknown-key', '/coverage/1/flag', 6, 'unknown key "flag": did you mean "flags"?'],
      ['wrapper-coverage/missing-key', '/coverage/2/flags/0', 7, '"key" is missing in /coverage/2/flags/0'],
      ['wrapper-coverage/wrong-type', '/coverage/2/args', 7, '/coverage/2/args must be a list, not null'],
      ['wrapper-coverage/unknown-key', '/coverage/3/scope/targets', 8, 'unknown key "targets"'],
      ['wrapper-coverage/unknown-key', '/covrage', 3, 'unknown key "covrage": did you mean "coverage"?'],
    ]);
    expect(findings[1]?.fix).toBe('replace "explicitt" by "explicit" in coverage.json');
  });

  it('ignores unknown keys where the rules are tolerant, and takes null for absent', () => {
    const coverage = [{ path: [], level: 'explicit', more: 1, note: null, scope: null }];
    const source = file('coverage.json', JSON.stringify({ schema_version: 1, coverage, comment: 'x' }));
    expect(readDeclaration(source, TOLERANT).ok).toBe(true);
    expect(readDeclaration(source, STRICT).findings.map(({ path }) => path)).toEqual([
      '/coverage/0/more',
      '/comment',
    ]);
  });

  it('says where a file that was cut off ends', () => {
    const { findings } = readDeclaration(file('coverage.json', '{\n  "schema_version": 1,\n  "cov'), STRICT);
    expect(findings).toEqual([
      expect.objectContaining({
        id: 'wrapper-coverage/invalid-json',
        file: 'coverage.json',
        position: expect.objectContaining({ line: 3 }),
      }),
    ]);
  });

  it('gives no position in what a command printed', () => {
    const source = { kind: 'command', file: 'RULES.json', text: '{"schema_version": 1' } as const;
    expect(readDeclaration(source, STRICT).findings).toEqual([
      expect.objectContaining({
        id: 'wrapper-coverage/invalid-json',
        file: 'RULES.json',
        path: '/wrapper/source/command',
      }),
    ]);
    const wrong = { ...source, text: '{"schema_version": 1, "coverage": {}}' };
    const [finding] = readDeclaration(wrong, STRICT).findings;
    expect(finding).toMatchObject({ file: 'RULES.json', path: '/coverage' });
    expect(finding).not.toHaveProperty('position');
  });
});

describe('readSoundUnits', () => {
  it('leaves out the entries that are not well-formed and keeps the places of the others', () => {
    const coverage = [
      { path: ['a'], level: 'nonsense' },
      { path: ['b'], level: 'explicit', flags: [{ key: '--x', level: 'passthrough' }] },
    ];
    const sound = readSoundUnits(file('c.json', JSON.stringify({ schema_version: 1, coverage })), STRICT);
    expect(sound?.units.map(({ pointer }) => pointer)).toEqual(['/coverage/1', '/coverage/1/flags/0']);
  });

  it('has no units in a document that is no declaration at all', () => {
    expect(readSoundUnits(file('c.json', '[]'), STRICT)?.units).toEqual([]);
    expect(readSoundUnits(file('c.json', '['), STRICT)).toBeUndefined();
  });
});
