import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { runFixpoint } from '../testing/run-fixpoint';

const RELEASE = { source: 'github', repo: 'owner/tool' };
const RELEASES = [
  { tag_name: 'v2.0.0-rc.1', prerelease: true },
  { tag_name: 'v1.1.0' },
  { tag_name: 'v1.0.0' },
];

describe('release-watch', () => {
  const directory = tempDirectory();
  const remove = (path: string) => rmSync(join(directory.path, path), { recursive: true });
  const answer = { status: 200, text: '' };
  const server = createServer((_request, response) => {
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(answer.text);
  });
  beforeEach(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    process.env['GITHUB_API_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    Object.assign(answer, { status: 200, text: JSON.stringify(RELEASES) });
    writeRoot(RELEASE);
    directory.write('root/snapshots/1.0.0/here.json', '{}');
  });
  afterEach(async () => {
    delete process.env['GITHUB_API_URL'];
    await stop();
  });

  async function stop(): Promise<void> {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  function writeRoot(release: unknown): void {
    const targets = { here: { platform: 'linux', required: true } };
    const rules = { rules_schema_version: 2, tool: { name: 'tool' }, targets, release };
    directory.write('root/RULES.json', JSON.stringify(rules));
  }

  const watch = (...options: string[]) =>
    runFixpoint(directory.path, ['release-watch', '--root', 'root', ...options]);

  it('prints what is newer than the newest snapshot, and writes nothing', async () => {
    expect(await watch()).toEqual({
      code: 0,
      out: 'tool (github owner/tool): 1 newer; the newest snapshot is of 1.0.0\n  1.1.0\n',
      err: '',
    });
    expect(directory.list()).toEqual(['root/RULES.json', 'root/snapshots/1.0.0/here.json']);
  });

  it('prints JSON, prereleases with it when they are asked for', async () => {
    const { code, out, err } = await watch('--format', 'json', '--prereleases');
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({
      root: 'root',
      newest_snapshotted: '1.0.0',
      newest: '2.0.0-rc.1',
      new_versions: [
        { version: '2.0.0-rc.1', tag: 'v2.0.0-rc.1', prerelease: true },
        { version: '1.1.0', tag: 'v1.1.0', prerelease: false },
      ],
    });
  });

  it('prints lines for the output of a step', async () => {
    const out = 'has_new=true\nnewest=1.1.0\nversions=["1.1.0"]\n';
    expect(await watch('--format', 'github')).toEqual({ code: 0, out, err: '' });
  });

  it('ends with 1 on a newer version only when it is asked to', async () => {
    expect((await watch('--exit-code')).code).toBe(1);
    directory.write('root/snapshots/1.1.0/here.json', '{}');
    expect(await watch('--exit-code')).toMatchObject({
      code: 0,
      out: expect.stringContaining('nothing newer'),
    });
    expect((await watch('--exit-code', '--prereleases')).code).toBe(1);
  });

  it('lists every version of a root without snapshots', async () => {
    remove('root/snapshots');
    expect(await watch()).toEqual({
      code: 0,
      out: 'tool (github owner/tool): 2 newer; no version has a snapshot\n  1.1.0\n  1.0.0\n',
      err: '',
    });
  });

  it.each<[string, number, string, () => unknown]>([
    ['a root that there is not', 3, 'environment/tool-error', () => remove('root')],
    ['no marker', 2, 'config/no-marker', () => remove('root/RULES.json')],
    ['a marker that names no source', 2, 'release-watch/no-release', () => writeRoot(undefined)],
    ['a source that there is not', 2, 'config/', () => writeRoot({ source: 'cargo', package: 'tool' })],
    [
      'releases that are no versions',
      2,
      'release-watch/no-version',
      () => (answer.text = '[{"tag_name":"x"}]'),
    ],
    ['a registry that cannot be reached', 3, 'environment/tool-error', stop],
    ['a repository that there is not', 3, 'environment/tool-error', () => (answer.status = 404)],
    ['an answer of something else', 3, 'environment/tool-error', () => (answer.text = '<html>')],
  ])('says on standard error what is wrong with %s', async (_name, expected, id, prepare) => {
    await prepare();
    const { code, out, err } = await watch('--format', 'json');
    expect([code, out]).toEqual([expected, '']);
    expect(err).toContain(`[${id}`);
    expect(err).toMatch(/ fix: \S/);
    expect(err).not.toMatch(/\n\s+at .+:\d+/);
  });
});
