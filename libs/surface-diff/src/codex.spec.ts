import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SurfaceDiff, SurfaceHistory } from '@fixpoint/surface-formats';
import { compareVersionNames } from './history/version-order';

// The committed artifacts of this repository's own subject; `validate` holds them against the unions.
const ROOT = join(__dirname, '../../codex/cli_manifest');
const json = <T>(path: string): T => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as T;

describe('the history of Codex', () => {
  const history = json<SurfaceHistory>('history.json');

  it('has at least ten versions, each compared with the one before it', () => {
    const versions = history.versions.map(({ version }) => version);
    expect(versions.length).toBeGreaterThanOrEqual(10);
    expect([...versions].sort(compareVersionNames)).toEqual(versions);
    expect(history.versions.slice(1).map(({ since }) => since?.version)).toEqual(versions.slice(0, -1));
    expect(readdirSync(join(ROOT, 'diffs')).sort()).toEqual(
      versions
        .slice(1)
        .map((version) => `${version}.json`)
        .sort(),
    );
  });

  it.each(['exec', 'exec resume', 'exec review'])('knows %s --full-auto in all three states', (path) => {
    const life = history.units.find((unit) => unit.path.join(' ') === path && unit.key === '--full-auto');
    expect(life).toEqual({
      unit: 'flag',
      path: path.split(' '),
      key: '--full-auto',
      first_seen: '0.125.0',
      hidden_since: '0.128.0',
      removed_in: '0.147.0',
    });
  });

  it('tells each step by a rule of its own', () => {
    const rulesAt = (version: string) =>
      json<SurfaceDiff>(`diffs/${version}.json`)
        .changes.filter(({ path, key }) => path.join(' ') === 'exec' && key === '--full-auto')
        .map(({ rule }) => rule);
    expect(rulesAt('0.128.0')).toEqual(['flag-hidden']);
    expect(rulesAt('0.129.0')).toEqual([]);
    expect(rulesAt('0.147.0')).toEqual(['hidden-flag-removed']);
  });
});
