import { deprecationNotice } from './deprecation';

describe('deprecationNotice', () => {
  it.each([
    ['Runs it (deprecated)', 'Runs it (deprecated)'],
    ['[DEPRECATED] Runs it', '[DEPRECATED] Runs it'],
    ['[deprecated: use --all] Runs it', '[deprecated: use --all] Runs it'],
    ['Deprecated: use --all instead', 'Deprecated: use --all instead'],
    ['Deprecated. Use --all', 'Deprecated. Use --all'],
    ['Runs it. Deprecated, use --all.', 'Runs it. Deprecated, use --all.'],
    ['Runs it\nWARNING: deprecated; see run\nmore', 'WARNING: deprecated; see run'],
    ['Deprecated alias for --all', 'Deprecated alias for --all'],
    ['This flag is deprecated', 'This flag is deprecated'],
    ['The option has been deprecated in 2.0', 'The option has been deprecated in 2.0'],
    ['Will be removed in a future release', 'Will be removed in a future release'],
    ['Runs it; it will be removed in v3', 'Runs it; it will be removed in v3'],
    ['Marked for removal', 'Marked for removal'],
  ])('hears %j', (text, notice) => expect(deprecationNotice(text)).toBe(notice));

  it.each([
    undefined,
    '',
    'Lists deprecated features',
    'Deprecated features are listed as well',
    'Also show deprecated flags',
    'Warn about things that are deprecated',
    'Fails if an option that is deprecated is used',
    'Whether it is deprecated',
    'Files that will be removed in order of age',
    'Undeprecated: runs it',
    'Removes what is no longer needed',
    'Use --show-deprecated to list more',
  ])('does not take %j for an announcement', (text) => expect(deprecationNotice(text)).toBeUndefined());
});
