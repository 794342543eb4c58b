import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { GithubOrigin } from '@fixpoint/artifact-lock';
import { ToolError } from '@fixpoint/model';
import { tempDirectory } from '@fixpoint/testkit';
import { DEFAULT_NETWORK, type Network } from '../source';
import { digestOf } from '../testing/archive';
import { bytes, githubServer, json, redirect } from '../testing/github-server';
import { githubSource } from './github-source';

async function closedHost(): Promise<string> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, 'close');
  return `127.0.0.1:${port}`;
}

const PROGRAM = '#!/bin/sh\necho tool 1.2.3\n';
const SPEC = { source: 'github-release', repo: 'owner/tool', tag: 'cli/v1.2.3', asset: 'tool' } as const;
const RELEASE = '/repos/owner/tool/releases/tags/cli/v1.2.3';
const API_ASSET = '/repos/owner/tool/releases/assets/7';
const PUBLIC = '/owner/tool/releases/download/cli/v1.2.3/tool';
const STORED = '/stored/tool?sig=x';

describe('assets of GitHub releases', () => {
  const directory = tempDirectory();
  const server = githubServer();
  const LIMITS = { idleMs: 500, totalMs: 2_000, maxBytes: 1_000 };

  function network(changes: Partial<Network> = {}): Network {
    return { ...DEFAULT_NETWORK, apiUrl: server.url, limits: LIMITS, ...changes };
  }

  function publish(asset: object = {}): void {
    const { sha256, size_bytes: size } = digestOf(PROGRAM);
    const published = {
      id: 7,
      name: 'tool',
      url: `${server.url}${API_ASSET}`,
      browser_download_url: `${server.url}${PUBLIC}`,
      size,
      digest: `sha256:${sha256}`,
      ...asset,
    };
    server.answers.set(RELEASE, json({ tag_name: SPEC.tag, draft: false, assets: [published] }));
    server.answers.set(API_ASSET, redirect(`${server.url}${STORED}`));
    server.answers.set(PUBLIC, redirect(`${server.url}${STORED}`));
    server.answers.set(STORED, bytes(PROGRAM));
  }

  const into = (changes: Partial<Network> = {}, sizeBytes?: number) => {
    mkdirSync(join(directory.path, 'asset'), { recursive: true });
    return { directory: join(directory.path, 'asset'), sizeBytes, network: network(changes) };
  };
  const pinned = (): GithubOrigin => ({ ...SPEC, url: `${server.url}${PUBLIC}` });
  const failure = async (promise: Promise<unknown>): Promise<ToolError> => {
    const error: unknown = await promise.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ToolError);
    return error as ToolError;
  };

  it('that are not pinned yet are found through the API, and their public address is told', async () => {
    publish();
    const fetched = await githubSource.fetch(SPEC, into());
    expect(fetched).toEqual({
      origin: pinned(),
      file: join(directory.path, 'asset/tool'),
      ...digestOf(PROGRAM),
    });
    expect(readFileSync(fetched.file, 'utf8')).toBe(PROGRAM);
    expect(server.asked).toEqual([RELEASE, API_ASSET, STORED]);
  });

  it('that are pinned are downloaded from their public address, without the API and without the token [FP-SEC-002]', async () => {
    publish();
    await githubSource.fetch(pinned(), into({ token: 'secret' }));
    expect(server.asked).toEqual([PUBLIC, STORED]);
  });

  it('that are pinned and private are asked for with the token', async () => {
    publish();
    server.answers.delete(PUBLIC);
    await githubSource.fetch(pinned(), into({ token: 'secret' }));
    expect(server.asked.slice(0, 3)).toEqual([
      PUBLIC,
      `${RELEASE} Bearer secret`,
      `${API_ASSET} Bearer secret`,
    ]);
  });

  it('keep the token from the host that a redirect leads to [FP-SEC-002]', async () => {
    publish();
    // Another name of this machine is another origin.
    const other = server.url.replace('127.0.0.1', 'localhost');
    server.answers.set(API_ASSET, redirect(`${other}${STORED}`));
    await githubSource.fetch(SPEC, into({ token: 'secret' }));
    expect(server.asked.at(-1)).toBe(STORED);
  });

  it.each([
    [
      'no such release',
      {},
      'release cli/v1.2.3 of owner/tool cannot be fetched: GitHub knows nothing under this name',
    ],
    ['no such release for a token', { token: 't' }, 'may read the repository'],
  ])('say that there is %s', async (_name, changes, expected) => {
    const { message, fix } = await failure(githubSource.fetch(SPEC, into(changes)));
    expect(`${message} ${fix}`).toContain(expected);
  });

  it('say which assets there are', async () => {
    publish({ name: 'tool-linux.tar.gz' });
    const { message, fix } = await failure(githubSource.fetch(SPEC, into()));
    expect(message).toBe('release cli/v1.2.3 of owner/tool has no asset tool');
    expect(fix).toContain('tool-linux.tar.gz');
  });

  it.each([
    [
      403,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795000000' },
      '; it is renewed at 2026-11-18T',
    ],
    [429, { 'retry-after': '60' }, '; it can be asked again in 60 s'],
    [403, { 'retry-after': '30' }, '; it can be asked again in 30 s'],
    [429, {}, 'is used up'],
  ])('say that the rate limit is used up: %d %j', async (status, headers, expected) => {
    server.answers.set(
      RELEASE,
      json({ message: 'API rate limit exceeded' }, status, headers as Record<string, string>),
    );
    const { message, fix } = await failure(githubSource.fetch(SPEC, into()));
    expect(message).toContain('the rate limit of the GitHub API is used up');
    expect(message).toContain(expected);
    expect(fix).toContain('GH_TOKEN');
    const withToken = await failure(githubSource.fetch(SPEC, into({ token: 't' })));
    expect(withToken.fix).toBe('run the command again when the limit is renewed');
  });

  it.each([
    [401, { message: 'Bad credentials' }, 'GitHub refuses the token'],
    [
      403,
      { message: 'Resource protected by organization SAML enforcement.' },
      'answered 403: Resource protected',
    ],
    [500, 'oops', 'answered 500'],
  ])('say what else was answered: %d', async (status, body, expected) => {
    server.answers.set(RELEASE, json(body, status));
    expect((await failure(githubSource.fetch(SPEC, into({ token: 't' })))).message).toContain(expected);
  });

  it('are refused when they have another size or digest than GitHub announced', async () => {
    publish();
    server.answers.set(STORED, bytes(PROGRAM.replace('1.2.3', '6.6.6')));
    expect((await failure(githubSource.fetch(SPEC, into()))).message).toContain('GitHub announced');
    server.answers.set(STORED, bytes(PROGRAM.slice(1)));
    expect((await failure(githubSource.fetch(SPEC, into()))).message).toContain('GitHub announced');
  });

  it('are not read further than their size, or the limit', async () => {
    publish();
    server.answers.set(STORED, bytes(PROGRAM + 'x'.repeat(2_000)));
    const expected = 'bytes that are expected';
    expect((await failure(githubSource.fetch(pinned(), into({}, PROGRAM.length)))).message).toContain(
      expected,
    );
    expect((await failure(githubSource.fetch(pinned(), into()))).message).toContain(expected);
  });

  it('are refused when the connection breaks off', async () => {
    publish();
    server.answers.set(STORED, (_request, response) => {
      response.writeHead(200, { 'content-length': PROGRAM.length });
      response.write(PROGRAM.slice(0, 10), () => response.destroy());
    });
    const { message, fix } = await failure(githubSource.fetch(pinned(), into()));
    expect(message).toMatch(/^github:owner\/tool@cli\/v1\.2\.3#tool cannot be fetched: the connection to /);
    expect(fix).toContain('HTTPS_PROXY');
  });

  it('do not wait for a host that is silent', async () => {
    publish();
    server.answers.set(STORED, () => undefined);
    expect((await failure(githubSource.fetch(pinned(), into()))).message).toContain('was silent for 0.5 s');
  });

  it('do not wait for a host that never comes to an end', async () => {
    publish();
    server.answers.set(STORED, (request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('x'), 100);
      request.on('close', () => clearInterval(drip));
    });
    const { message } = await failure(githubSource.fetch(pinned(), into()));
    expect(message).toContain('did not give all of it in 2 s');
    await setTimeout(0);
  });

  it('say when the host cannot be reached', async () => {
    // A port that was free a moment ago; the lowest ones are refused by fetch itself.
    const host = await closedHost();
    const offline = into({ apiUrl: `http://${host}` });
    const { message, fix } = await failure(githubSource.fetch(SPEC, offline));
    expect(message).toContain(`the connection to ${host} failed (ECONNREFUSED)`);
    expect(fix).toContain('check the network connection');
  });

  it('say when something else answers in place of the API', async () => {
    server.answers.set(RELEASE, bytes('<html>login</html>'));
    expect((await failure(githubSource.fetch(SPEC, into()))).message).toContain(
      'did not answer as the GitHub API does',
    );
  });

  describe('are listed', () => {
    const page = (number: number) => `/repos/owner/tool/releases?per_page=100&page=${number}`;
    const next = { link: '<https://elsewhere.example/steal?page=2>; rel="next", <x>; rel="last"' };

    it('page by page, drafts left out, always from the API itself', async () => {
      server.answers.set(
        page(1),
        json(
          [
            { tag_name: 'v2', draft: true },
            { tag_name: 'v1', prerelease: true },
          ],
          200,
          next,
        ),
      );
      server.answers.set(page(2), json([{ tag_name: 'v0', prerelease: false }]));
      const releases = await githubSource.releases('owner/tool', {
        directory: '.',
        network: network({ token: 't' }),
      });
      expect(releases).toEqual([
        { tag: 'v1', isPrerelease: true },
        { tag: 'v0', isPrerelease: false },
      ]);
      expect(server.asked).toEqual([`${page(1)} Bearer t`, `${page(2)} Bearer t`]);
    });
  });
});
