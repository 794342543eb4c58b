import { placesOf, sampleRoot, violationsOf, type Change } from '../test-support/sample-root';

const MAC = 'pointers/latest_supported/mac.txt';
const found = (text: string | Uint8Array, path = MAC) => placesOf(sampleRoot({ [path]: text }));

describe('pointer files', () => {
  it.each([
    ['', 'POINTER_INVALID_FORMAT'],
    ['1.2.0', 'POINTER_INVALID_FORMAT'],
    ['1.2.0\n\n', 'POINTER_INVALID_FORMAT'],
    ['1.2.0\nnone\n', 'POINTER_INVALID_FORMAT'],
    ['1.2.0\r\n', 'POINTER_INVALID_FORMAT'],
    [' 1.2.0\n', 'POINTER_INVALID_FORMAT'],
    ['1.2.0\u0085\n', 'POINTER_INVALID_FORMAT'],
    ['\n', 'POINTER_INVALID_VALUE'],
    ['None\n', 'POINTER_INVALID_VALUE'],
    ['v1.2.0\n', 'POINTER_INVALID_VALUE'],
    ['1.02.0\n', 'POINTER_INVALID_VALUE'],
    ['1.2.0-rc.1\n', 'POINTER_INVALID_VALUE'],
    ['\ufeff1.2.0\n', 'POINTER_INVALID_VALUE'],
    [new Uint8Array([0x31, 0xc3, 0x0a]), 'POINTER_UNREADABLE'],
  ])('%j is %s', (text, code) => expect(found(text)).toEqual([[code, MAC]]));

  it('may point nowhere for a target', () => expect(found('none\n')).toEqual([]));

  it('may point nowhere for the root only where the rules say so', () => {
    const allow = (rules: { versioning: { pointers: object } }) =>
      Object.assign(rules.versioning.pointers, { root_pointers_allow_none: true });
    const none = { 'min_supported.txt': 'none\n', 'latest_validated.txt': 'none\n' };
    expect(placesOf(sampleRoot(none)).map(([code]) => code)).toEqual(Array(2).fill('POINTER_INVALID_VALUE'));
    expect(placesOf(sampleRoot({ ...none, 'RULES.json': allow, 'current.json': undefined }))).toEqual([]);
    expect(placesOf(sampleRoot({ 'RULES.json': allow, 'current.json': undefined }))).toEqual([
      ['CURRENT_MISSING', 'current.json'],
    ]);
  });

  it('leaves the pointer of the root unset when it cannot be used, so that nothing else is held against it', () => {
    const changes = { 'latest_validated.txt': '1.2.0', 'current.json': '{"snapshot_schema_version":2}' };
    expect(placesOf(sampleRoot(changes))).toEqual([
      ['CURRENT_WRONG_KIND', 'current.json', '/snapshot_schema_version'],
      ['CURRENT_SCHEMA_INVALID', 'current.json'],
      ['POINTER_INVALID_FORMAT', 'latest_validated.txt'],
    ]);
  });

  it('compares the pointer of the root with that of the required target, expected or not', () => {
    const view = sampleRoot({ 'RULES.json': (rules) => (rules.union.required_target = 'bsd') });
    const [mismatch] = violationsOf(view).filter(({ code }) => code === 'POINTER_LATEST_VALIDATED_MISMATCH');
    expect(mismatch).toMatchObject({
      fix: "printf '%s\\n' 1.2.0 > cli/tool/pointers/latest_validated/bsd.txt",
      violation: { keyOrName: 'bsd', target: 'bsd', field: 'latest_validated' },
    });
  });

  it('keys the pointers of targets, not those of the root', () => {
    const [root, target] = violationsOf(sampleRoot({ 'min_supported.txt': 'x', [MAC]: undefined }));
    expect(root?.violation).toEqual({ path: 'min_supported.txt', unit: 'pointers' });
    expect(target).toMatchObject({
      id: 'root/pointer-missing-file',
      fix: "mkdir -p cli/tool/pointers/latest_supported && printf '%s\\n' none > cli/tool/pointers/latest_supported/mac.txt",
      violation: { keyOrName: 'mac', target: 'mac', field: 'latest_supported', unit: 'pointers' },
    });
  });

  it('is consistent with the metadata of its version where that could be parsed', () => {
    const metadata = 'versions/1.2.0.json';
    const lacking = (change: Change) => placesOf(sampleRoot({ [metadata]: change }));
    expect(
      lacking((each: { validation: { passed_targets: string[] } }) => each.validation.passed_targets.pop()),
    ).toEqual([['POINTER_INCONSISTENT_WITH_VERSION_METADATA', metadata, '/validation/passed_targets']]);
    expect(placesOf(sampleRoot({ [metadata]: '[]' })).map(([code]) => code)).toEqual([
      ...Array(4).fill('POINTER_INCONSISTENT_WITH_VERSION_METADATA'),
      'VERSION_METADATA_SCHEMA_INVALID',
    ]);
    expect(placesOf(sampleRoot({ [metadata]: '' }))).toEqual([['VERSION_METADATA_INVALID_JSON', metadata]]);
  });
});
