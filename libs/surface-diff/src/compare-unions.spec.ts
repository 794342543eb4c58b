import type { CoverageLevel, EvidenceUse, Manifest, WrapperCommand } from '@fixpoint/surface-formats';
import { inputsOf, LINUX, MACOS, TARGETS, unionOf, unionText, WINDOWS } from '@fixpoint/testkit';
import { compareUnions, type UnionsRequest } from './compare-unions';
import { comparisonJson } from './render/comparison-json';
import { comparisonMarkdown } from './render/comparison-markdown';
import { comparisonText } from './render/comparison-text';
import type { Sketch } from './testing/diff';

const MANIFEST = {
  rulesSchemaVersion: 2,
  root: 'cli_manifests/tool',
  targets: {
    required: LINUX,
    expected: TARGETS,
    platforms: { [LINUX]: 'linux', [MACOS]: 'macos', [WINDOWS]: 'windows' },
  },
  union: { foldRootFlags: true },
} as unknown as Manifest;

const BEFORE: Sketch = {
  '': { usage: 'tool', flags: ['--config'] },
  exec: { usage: 'tool exec', flags: [{ key: '--all', short: '-a' }, '--old'], folded_flags: ['--config'] },
  'exec sub': { usage: 'tool exec sub' },
};
const AFTER: Sketch = {
  '': { usage: 'tool', flags: ['--config'] },
  exec: {
    usage: 'tool exec',
    flags: ['--all', { key: '--old', hidden: true }],
    folded_flags: ['--config'],
  },
  'exec sub': { usage: 'tool exec sub' },
};

interface Uses {
  readonly coverage?: readonly WrapperCommand[];
  readonly uses?: readonly EvidenceUse[];
}

function request(before: Sketch, after: Sketch, { coverage, uses }: Uses = {}): UnionsRequest {
  return {
    from: { version: '1.0.0', text: unionText(unionOf(before)) },
    to: { version: '1.1.0', text: unionText(unionOf(after)) },
    consumers: {
      coverage: coverage && JSON.stringify({ schema_version: 1, coverage }),
      evidence:
        uses &&
        JSON.stringify({
          schema_version: 1,
          generator: { name: 'x', version: '1' },
          source: { files: [] },
          uses,
          dynamic: [],
        }),
    },
  };
}

function compare(before: Sketch, after: Sketch, uses?: Uses) {
  const result = compareUnions(request(before, after, uses), MANIFEST);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
}

const severities = (before: Sketch, after: Sketch, uses?: Uses) =>
  Object.fromEntries(
    compare(before, after, uses).findings.map(({ id, severity }) => [id.split('/')[1], severity]),
  );
const without = (flag: string): Sketch => ({
  ...BEFORE,
  exec: {
    ...BEFORE['exec'],
    flags: BEFORE['exec']?.flags?.filter((each) => (typeof each === 'string' ? each : each.key) !== flag),
  },
});
const covers = (level: CoverageLevel, key = '--all', scope?: object): readonly WrapperCommand[] => [
  { path: ['exec'], level: 'explicit', flags: [{ key, level, ...(scope && { scope }) }] },
];
const PLACES = [{ file: 'dist/index.js', line: 178, column: 26 }];

describe('the severity of what breaks', () => {
  it.each<[CoverageLevel, string]>([
    ['explicit', 'error'],
    ['passthrough', 'warning'],
    ['unsupported', 'note'],
    ['intentionally_unsupported', 'note'],
    ['unknown', 'note'],
  ])('for a flag that is covered as %s: %s [FP-DIFF-006]', (level, severity) => {
    const found = severities(BEFORE, without('--all'), { coverage: covers(level) });
    expect(found).toMatchObject({ 'flag-removed': severity });
  });

  it('is an error for a flag that the source passes, with its place [FP-DIFF-006]', () => {
    const uses: EvidenceUse[] = [{ kind: 'flag', path: ['exec'], key: '--all', places: PLACES }];
    const { findings } = compare(BEFORE, without('--all'), { uses });
    expect(findings.find(({ id }) => id === 'surface-diff/flag-removed')).toEqual({
      id: 'surface-diff/flag-removed',
      severity: 'error',
      message: 'flag --all of "exec" was removed; the wrapper passes it at dist/index.js:178:26',
      file: 'snapshots/1.1.0/union.json',
      path: 'exec --all',
      fix: 'adapt the use of exec --all at dist/index.js:178:26 to 1.1.0, then run: fixpoint wrapper-coverage --root cli_manifests/tool',
    });
  });

  it('is a note when nobody uses it, and a warning when nothing is known of anybody', () => {
    expect(severities(BEFORE, without('--all'), { coverage: [] })).toMatchObject({ 'flag-removed': 'note' });
    expect(severities(BEFORE, without('--all'))).toMatchObject({ 'flag-removed': 'warning' });
  });

  it('does not count entries for other targets', () => {
    const only = (platform: string) => covers('explicit', '--all', { platforms: [platform] });
    const one = request(BEFORE, without('--all'), { coverage: only('windows') });
    const onLinux = { ...one, from: { ...one.from, target: LINUX }, to: { ...one.to, target: LINUX } };
    const result = compareUnions(onLinux, MANIFEST);
    expect(result.ok && result.value.findings.map(({ severity }) => severity)).toEqual(['note']);
    expect(severities(BEFORE, without('--all'), { coverage: only('linux') })).toMatchObject({
      'flag-removed': 'error',
    });
  });

  it('counts the users of a spelling only where they write it', () => {
    const after: Sketch = { ...BEFORE, exec: { usage: 'tool exec', flags: ['--all', '--old'] } };
    const of = (key: string) => severities(BEFORE, after, { coverage: covers('explicit', key) });
    expect(of('-a')).toMatchObject({ 'flag-short-removed': 'error' });
    expect(of('--all')).toMatchObject({ 'flag-short-removed': 'note' });
  });

  it('counts the users of a command for what stands in the way of it', () => {
    const after: Sketch = {
      ...BEFORE,
      exec: { usage: 'tool exec', flags: ['--all', '--old', { key: '--must', required: true }] },
    };
    const uses: EvidenceUse[] = [{ kind: 'command', path: ['exec'], places: PLACES }];
    expect(severities(BEFORE, after, { uses })).toMatchObject({ 'required-flag-added': 'error' });
    expect(severities(BEFORE, after, { coverage: [] })).toMatchObject({ 'required-flag-added': 'note' });
  });

  it('counts those who pass a root flag to a command that repeats it', () => {
    const after: Sketch = {
      '': { usage: 'tool' },
      exec: { ...BEFORE['exec'], folded_flags: [] },
      'exec sub': BEFORE['exec sub'] ?? {},
    };
    const uses: EvidenceUse[] = [{ kind: 'flag', path: ['exec'], key: '--config', places: PLACES }];
    const [finding, ...more] = compare(BEFORE, after, { uses }).findings;
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'error',
      message:
        'flag --config of the root command was removed (and on 1 command that repeats it); the wrapper passes it at dist/index.js:178:26',
    });
  });

  it('is a warning to the users of what is on its way out', () => {
    const found = (coverage: readonly WrapperCommand[]) => severities(BEFORE, AFTER, { coverage });
    expect(found(covers('explicit', '--old'))).toMatchObject({ 'flag-hidden': 'warning' });
    expect(found(covers('explicit', '--all'))).toMatchObject({ 'flag-hidden': 'note' });
  });
});

describe('what keeps two unions from being compared', () => {
  const idsOf = (changes: Partial<UnionsRequest>) => {
    const result = compareUnions({ ...request(BEFORE, AFTER), ...changes }, MANIFEST);
    return result.ok
      ? []
      : result.findings.map(({ id, file, path }) => [id, file, path].filter(Boolean).join(' '));
  };
  it.each<[string, Partial<UnionsRequest>, string[]]>([
    ['none', { to: { version: '1.1.0' } }, ['surface-diff/union-missing snapshots/1.1.0/union.json']],
    [
      'cut off',
      { to: { version: '1.1.0', text: '{"commands": [' } },
      ['surface-diff/invalid-json snapshots/1.1.0/union.json'],
    ],
    [
      'of another shape',
      { to: { version: '1.1.0', text: unionText(unionOf({ exec: { aliases: 'e' as never } })) } },
      ['surface-diff/union-malformed snapshots/1.1.0/union.json /commands/0/aliases'],
    ],
    [
      'without the target',
      { from: { version: '1.0.0', text: unionText(unionOf(BEFORE)), target: 'amiga' } },
      ['surface-diff/unknown-target snapshots/1.0.0/union.json'],
    ],
    [
      'of no common target',
      {
        from: { version: '1.0.0', text: unionText(unionOf(BEFORE, { inputs: inputsOf([LINUX]) })) },
        to: { version: '1.1.0', text: unionText(unionOf(AFTER, { inputs: inputsOf([MACOS]) })) },
      },
      ['surface-diff/no-common-target snapshots/1.1.0/union.json'],
    ],
    [
      'beside coverage of another shape',
      { consumers: { coverage: '{"schema_version": 1}' } },
      ['surface-diff/wrapper-coverage-malformed wrapper_coverage.json'],
    ],
  ])('a union %s', (_name, changes, expected) => expect(idsOf(changes)).toEqual(expected));
});

describe('the forms of a comparison', () => {
  const comparison = compare(BEFORE, AFTER, { coverage: covers('explicit', '-a') });

  it('text', () => {
    expect(comparisonText(comparison)).toMatchInlineSnapshot(`
      "tool-cli 1.0.0 (x86_64-unknown-linux-musl, aarch64-apple-darwin, x86_64-pc-windows-msvc) → 1.1.0 (x86_64-unknown-linux-musl, aarch64-apple-darwin, x86_64-pc-windows-msvc)
      The changes ask for a major version; 1.0.0 → 1.1.0 is a minor one, which is not enough.

      Breaking (1)
        error flag --all of "exec" lost its short form -a [flag-short-removed]
          the wrapper covers it as explicit

      On the way out (1)
        flag --old of "exec" is not shown by help any more, but still accepted [flag-hidden]
      "
    `);
  });

  it('Markdown', () => {
    expect(comparisonMarkdown(comparison)).toMatchInlineSnapshot(`
      "## tool-cli 1.0.0 → 1.1.0

      The changes ask for a major version; 1.0.0 → 1.1.0 is a minor one, which is not enough. Compared on \`x86_64-unknown-linux-musl\`, \`aarch64-apple-darwin\`, \`x86_64-pc-windows-msvc\`.

      ### Breaking

      - **error**: \`--all\` of \`exec\` lost its short form \`-a\` — the wrapper covers it as explicit

      ### On the way out

      - \`--old\` of \`exec\` is not shown by help any more, but still accepted
      "
    `);
  });

  it('JSON: the record of the artifact, with severity and users', () => {
    const { changes, bump } = JSON.parse(comparisonJson(comparison)) as {
      changes: object[];
      bump: object;
    };
    expect(bump).toEqual({ deserved: 'major', made: 'minor', sufficient: false });
    expect(changes).toMatchObject([
      {
        rule: 'flag-short-removed',
        severity: 'error',
        used_by: [{ kind: 'flag', path: ['exec'], name: '-a', level: 'explicit' }],
      },
      { rule: 'flag-hidden', severity: 'note' },
    ]);
  });

  it('say so when nothing changed', () => {
    const same = compare(BEFORE, BEFORE);
    expect(comparisonText(same)).toContain('Nothing changed.');
    expect(comparisonMarkdown(same)).toContain('Nothing changed.');
  });
});
