import { readdirSync } from 'node:fs';
import { DIALECT_IDS, parseHelpPage } from '../parse-help-page';
import { DIALECTS } from './registry';

describe('DIALECTS', () => {
  it('has one row for each folder', () => {
    const folders = readdirSync(__dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(DIALECTS.map((dialect) => dialect.id).sort()).toEqual(folders.map((folder) => folder.name).sort());
  });

  it('ends in the fallback, whose score leaves room on both sides', () => {
    const last = DIALECTS.at(-1);
    expect(last?.id).toBe('generic');
    expect(last?.detect({ lines: [] })).toBeGreaterThan(0);
    expect(last?.detect({ lines: [] })).toBeLessThan(1);
  });

  it.each(DIALECT_IDS)('%s reads an empty page', (dialect) => {
    expect(parseHelpPage('', { path: [], dialect })).toEqual({
      dialect,
      subcommands: [],
      flags: [],
      args: [],
    });
  });
});
