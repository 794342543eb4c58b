import { sampleRoot, type Changes } from '../test-support/sample-root';
import { validateReferenceRoot } from '../validate-reference-root';

function fatalOf(changes: Changes) {
  const validation = validateReferenceRoot(sampleRoot(changes));
  if (validation.ok) throw new Error('the root could be checked');
  return [validation.outcome, ...validation.findings.map(({ id, file, path }) => [id, file, path ?? ''])];
}

const RULE = 'root/rule-not-supported';

describe('what stands in the way of checking', () => {
  it.each(['RULES.json', 'SCHEMA.json', 'VERSION_METADATA_SCHEMA.json'])('%s that is not there', (file) => {
    expect(fatalOf({ [file]: undefined })).toEqual(['environment', ['root/file-missing', file, '']]);
    expect(fatalOf({ [file]: { kind: 'unreadable', reason: 'no' } })[0]).toBe('environment');
    expect(fatalOf({ [file]: '{' })).toEqual(['usage', ['root/file-not-json', file, '']]);
    expect(fatalOf({ [file]: new Uint8Array([0xff]) })[0]).toBe('usage');
  });

  it('says where a file is no JSON, or too deep', () => {
    const placesOf = (text: string) => {
      const validation = validateReferenceRoot(sampleRoot({ 'SCHEMA.json': text }));
      if (validation.ok) throw new Error('the root could be checked');
      return validation.findings.map(({ id, position }) => [id, position?.line, position?.column]);
    };
    expect(placesOf('{\n  "a": 1,\n}\n')).toEqual([['root/file-not-json', 3, 1]]);
    expect(placesOf('['.repeat(100_000))).toEqual([['root/file-not-json', 1, 257]]);
  });

  it.each([
    '/union/required_target',
    '/union/expected_targets',
    '/union/platform_mapping',
    '/versioning/pointers/stable_semver_pattern',
    '/wrapper_coverage/scope_semantics/defaults/no_scope_means',
    '/wrapper_coverage/scope_semantics/platforms_expand_to_expected_targets',
    '/wrapper_coverage/scope_semantics/platforms_expand_using',
    '/wrapper_coverage/scope_semantics/scope_set_resolution/mode',
    '/wrapper_coverage/validation/disallow_overlapping_scopes',
    '/wrapper_coverage/validation/overlap_units',
    '/parity_exclusions/units',
    '/parity_exclusions/units/0/note',
  ])('a marker without %s', (pointer) => {
    const keys = pointer.split('/').slice(1);
    const change = (rules: Record<string, never>) => {
      const last = keys.pop() as string;
      delete keys.reduce((value, key) => value[key] as never, rules)[last];
    };
    expect(fatalOf({ 'RULES.json': change })).toEqual(['usage', [RULE, 'RULES.json', pointer]]);
  });

  it('names every rule that cannot be followed at once, each with its position', () => {
    const validation = validateReferenceRoot(
      sampleRoot({
        'RULES.json': (rules) => {
          rules.wrapper_coverage.scope_semantics.defaults.no_scope_means = 'nothing';
          rules.wrapper_coverage.scope_semantics.scope_set_resolution.mode = 'intersection';
        },
      }),
    );
    expect(validation.findings.map(({ path }) => path)).toEqual([
      '/wrapper_coverage/scope_semantics/defaults/no_scope_means',
      '/wrapper_coverage/scope_semantics/scope_set_resolution/mode',
    ]);
    expect(validation.findings.every(({ position }) => position !== undefined)).toBe(true);
  });

  it('a pattern that is none, and schemas that do not compile', () => {
    const pattern = (rules: { versioning: { pointers: { stable_semver_pattern: string } } }) =>
      (rules.versioning.pointers.stable_semver_pattern = '(');
    expect(fatalOf({ 'RULES.json': pattern })[0]).toBe('usage');
    const schema = ['usage', ['root/schema-not-usable', 'SCHEMA.json', '']];
    expect(fatalOf({ 'SCHEMA.json': '{"$ref":"#/$defs/None"}' })).toEqual(schema);
    expect(fatalOf({ 'SCHEMA.json': '{"type":"nothing"}' })).toEqual(schema);
    expect(fatalOf({ 'SCHEMA.json': '{"properties":{"a":{"pattern":"("}}}' })).toEqual(schema);
    expect(fatalOf({ 'SCHEMA.json': '7' })).toEqual(schema);
  });

  it('says what is wrong with the rules and with the schemas together', () => {
    expect(fatalOf({ 'RULES.json': '{', 'SCHEMA.json': undefined }).slice(1)).toHaveLength(2);
  });
});
