import fc from 'fast-check';
import { parseManifest, referenceRulesJsonSchema, rulesJsonSchema } from './index';

const rules = {
  rules_schema_version: 2,
  tool: { name: 'demo-cli' },
  targets: { 'linux-x64': { platform: 'linux', required: true }, 'win32-x64': { platform: 'windows' } },
};

function findingsOf(value: unknown) {
  return parseManifest(
    typeof value === 'string' ? value : JSON.stringify(value, null, 2),
    'cli_manifests/demo',
  ).findings;
}

describe('parseManifest, rules version 2', () => {
  it('fills in defaults and keeps the order of targets', () => {
    const result = parseManifest(JSON.stringify(rules), 'cli_manifests/demo');
    expect(result).toMatchObject({
      ok: true,
      value: {
        rulesSchemaVersion: 2,
        targets: { required: 'linux-x64', expected: ['linux-x64', 'win32-x64'] },
        tool: { helpForm: 'flag', dialect: 'auto', columns: 100, versionArgs: ['--version'] },
        exclusions: [],
      },
    });
  });

  it('reads second sources, with the words of their protocols by default', () => {
    const sources = [
      { kind: 'cobra-complete' },
      { kind: 'yargs-completions' },
      { kind: 'click-complete' },
      { kind: 'help-json', files: ['../oclif.manifest.json'], shape: 'oclif' },
    ];
    const result = parseManifest(JSON.stringify({ ...rules, tool: { name: 'x', sources } }), '');
    expect(result.ok && result.value.tool?.sources).toEqual([
      { kind: 'cobra-complete', args: ['__complete'] },
      { kind: 'yargs-completions', flag: '--get-yargs-completions' },
      { kind: 'click-complete', instruction: 'bash_complete' },
      { kind: 'help-json', files: ['../oclif.manifest.json'], shape: 'oclif' },
    ]);
  });

  it.each([
    ['no place', { kind: 'man' }, 'exactly one of "args" and "files" is needed'],
    ['two places', { kind: 'man', args: ['x'], files: ['y'] }, 'exactly one of "args" and "files" is needed'],
    ['an unknown kind', { kind: 'fish' }, ''],
    ['a shape that is no pointer', { kind: 'help-json', args: ['x'], shape: { layout: 'flat' } }, ''],
  ])('refuses a source with %s, at its position', (_what, source, message) => {
    const [finding] = findingsOf({ ...rules, tool: { name: 'x', sources: [source] } });
    expect(finding?.path).toMatch(/^\/tool\/sources\/0/);
    expect(finding?.position?.line).toBeGreaterThan(4);
    expect(finding?.message).toContain(message);
  });

  it('names the nearest key for a typo, with its position [FP-DIAG-007]', () => {
    expect(findingsOf({ ...rules, tool: { name: 'x', timeout_m: 5 } })).toEqual([
      expect.objectContaining({
        id: 'config/unknown-key',
        file: 'cli_manifests/demo/RULES.json',
        path: '/tool/timeout_m',
        expected: 'timeout_ms',
        position: { line: 5, column: 5 },
        fix: 'rename "timeout_m" to "timeout_ms" in cli_manifests/demo/RULES.json',
      }),
    ]);
    expect(findingsOf({ ...rules, targts: {} })[0]).toMatchObject({ expected: 'targets' });
    expect(
      findingsOf({
        ...rules,
        targets: { a: { platform: 'linux', required: true, binary: { packge: 'x' } } },
      })[0],
    ).toMatchObject({ expected: 'package', path: '/targets/a/binary/packge' });
  });

  it('refuses to be told a thing twice', () => {
    const text = JSON.stringify(rules, null, 2).replace('"tool"', '"tool": { "name": "other" },\n  "tool"');
    expect(findingsOf(text)).toMatchObject([
      { id: 'config/repeated-key', path: '/tool', position: { line: 4, column: 3 } },
    ]);
  });

  it('gives all problems at once', () => {
    expect(
      findingsOf({ ...rules, extra: 1, tool: { name: '' }, targets: { a: { platform: 'amiga' } } }),
    ).toHaveLength(3);
  });

  it('insists on exactly one required target', () => {
    expect(findingsOf({ ...rules, targets: { a: { platform: 'linux' } } })[0]).toMatchObject({
      id: 'config/rule',
      path: '/targets',
    });
  });

  it('insists on one place for a binary and on one source of evidence', () => {
    const binary = { package: 'p', path: 'q', files: ['x'] };
    const ids = findingsOf({
      ...rules,
      targets: {
        a: { platform: 'linux', required: true, binary },
        b: { platform: 'linux', binary: { package: 'p' } },
        c: { platform: 'linux', binary: { command: 'p', path: 'q' } },
        d: { platform: 'linux', binary: { command: 'p' } },
        e: { platform: 'linux', binary: {} },
      },
      wrapper: { evidence: { files: ['x'] } },
    }).map((finding) => finding.path);
    expect(ids).toEqual([
      '/targets/a/binary',
      '/targets/c/binary',
      '/targets/e/binary',
      '/targets/b/binary',
      '/wrapper/evidence',
    ]);
  });

  it('refuses a unit that is excluded twice and an exclusion without a reason', () => {
    const unit = { unit: 'flag', path: ['exec'], key: '--json', note: 'n' };
    expect(findingsOf({ ...rules, parity_exclusions: [unit, unit] })[0]?.path).toBe('/parity_exclusions/1');
    expect(findingsOf({ ...rules, parity_exclusions: [{ ...unit, note: ' ' }] })[0]?.path).toBe(
      '/parity_exclusions/0/note',
    );
  });
});

describe('parseManifest, any text', () => {
  it('says where a cut file ends and which versions are known', () => {
    expect(findingsOf('{\n  "rules_schema_version": 2,\n  "tool"')[0]).toMatchObject({
      id: 'config/invalid-json',
    });
    expect(findingsOf({ rules_schema_version: 3 })[0]).toMatchObject({
      id: 'config/rules-version',
      actual: '3',
    });
    expect(findingsOf('[]')[0]).toMatchObject({ id: 'config/rules-version' });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.json(), (text) => typeof parseManifest(text, 'r').ok === 'boolean'));
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => typeof parseManifest(JSON.stringify({ ...rules, tool: value }), 'r').ok === 'boolean',
      ),
    );
  });
});

describe('parseManifest, rules version 1', () => {
  const reference = {
    rules_schema_version: 1,
    anything: { else: true },
    union: {
      required_target: 'a',
      expected_targets: ['a', 'b'],
      platform_mapping: { a: 'linux' },
      require_same_tool: true,
    },
    parity_exclusions: {
      schema_version: 1,
      units: [
        { unit: 'flag', path: [], key: '--x', note: 'first' },
        { unit: 'flag', path: [], key: '--x', note: 'second' },
        { unit: 'flag', path: [], note: 'no key' },
        { unit: 'other', path: [], note: 'unknown kind' },
      ],
    },
  };

  it('reads what it needs and tolerates the rest', () => {
    expect(parseManifest(JSON.stringify(reference), 'r')).toMatchObject({
      ok: true,
      value: {
        rulesSchemaVersion: 1,
        targets: { required: 'a', expected: ['a', 'b'], platforms: { a: 'linux' } },
        union: { requireSameTool: true, requireSemanticVersion: false, foldRootFlags: false },
        exclusions: [{ unit: 'flag', path: [], key: '--x', note: 'second' }],
      },
    });
  });

  it('follows the last of what is said twice, as its own validator does', () => {
    const text =
      '{ "rules_schema_version": 1, "scope": 1, "scope": 2, "union": { "required_target": "a", "expected_targets": ["a"] } }';
    expect(parseManifest(text, '')).toMatchObject({ ok: true, findings: [] });
  });

  it('warns of a value that the command which reads it could not follow, at its place', () => {
    const union = { required_target: 'a', expected_targets: ['a'] };
    const text = JSON.stringify(
      { rules_schema_version: 1, union, sorting: { args: 'by_age' }, scope: 7 },
      null,
      2,
    );
    const result = parseManifest(text, '');
    expect(result).toMatchObject({
      ok: true,
      findings: [
        { id: 'config/invalid-value', severity: 'warning', path: '/sorting/args', position: { line: 10 } },
      ],
    });
  });

  it('has a published schema that is open and knows what programs read', () => {
    expect(referenceRulesJsonSchema()).toMatchObject({
      required: ['rules_schema_version', 'union'],
      properties: { union: { required: ['required_target', 'expected_targets'] }, sorting: {} },
    });
  });

  it('ignores exclusions of another schema version', () => {
    const other = { ...reference, parity_exclusions: { ...reference.parity_exclusions, schema_version: 2 } };
    expect(parseManifest(JSON.stringify(other), 'r')).toMatchObject({ value: { exclusions: [] } });
  });

  it('says what is missing', () => {
    expect(
      findingsOf({ rules_schema_version: 1, union: { expected_targets: [] } }).map((finding) => finding.path),
    ).toEqual(['/union/required_target', '/union/expected_targets']);
  });
});

describe('rulesJsonSchema', () => {
  it('asks only for what has no default', () => {
    expect(rulesJsonSchema()).toMatchObject({
      required: ['rules_schema_version', 'tool', 'targets'],
      additionalProperties: false,
    });
  });
});
