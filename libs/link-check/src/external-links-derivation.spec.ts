import type { NetworkAnswer, NetworkPort, NetworkProblem, NetworkRequest } from '@fixpoint/model';
import { memoryPorts } from '@fixpoint/testkit';
import { externalLinksDerivation } from './external-links-derivation';
import { linksConfig } from './test-support';

type Answer = NetworkAnswer | NetworkProblem;

/** Machines that answer by address; a list is used up answer by answer. */
function machines(answers: Readonly<Record<string, number | Answer | readonly Answer[]>>) {
  const log: string[] = [];
  const times = new Map<string, number>();
  const network: NetworkPort = {
    request: async ({ url, method }: NetworkRequest) => {
      log.push(`${method} ${url}`);
      const answer = answers[url] ?? 404;
      if (typeof answer === 'number') return { status: answer };
      if (!Array.isArray(answer)) return answer as Answer;
      const time = times.get(url) ?? 0;
      times.set(url, time + 1);
      return (answer as readonly Answer[])[Math.min(time, answer.length - 1)] as Answer;
    },
    wait: async (milliseconds) => void log.push(`wait ${milliseconds}`),
  };
  return { log, network };
}

async function run(text: string, network: NetworkPort | undefined, links = {}) {
  const config = linksConfig(links);
  const ports = memoryPorts({ files: { 'a.md': text }, network });
  const collected = await externalLinksDerivation.collect(ports, config, { check: true });
  if (!collected.ok) return collected.findings;
  return externalLinksDerivation.check?.(collected.value, config) ?? [];
}

const A = 'https://a.example/';

describe('externalLinksDerivation', () => {
  it('asks for every address once, without fragment, wherever it is written', async () => {
    const { log, network } = machines({ [A]: 200, [`${A}b`]: 204 });
    const text = `[x](${A}#one) <${A}> see ${A}#two, and <a href="${A}b">b</a>\n\n[c]: //a.example/b\n\n\`${A}no\` [local](no.md)`;
    expect(await run(text, network)).toEqual([]);
    expect(log).toEqual([`HEAD ${A}`, `HEAD ${A}b`]);
  });

  it('blames the machine, not the links, where no host at all can be reached', async () => {
    const B = 'https://b.example/';
    const absent: Answer = { problem: 'dns', message: 'ENOTFOUND' };
    const text = `<${A}> <${B}>`;
    const offline = await run(text, machines({ [A]: absent, [B]: absent }).network);
    expect(offline).toMatchObject([{ id: 'link-check-external/offline', severity: 'error' }]);
    const online = await run(text, machines({ [A]: absent, [B]: 403 }).network);
    expect(online.map(({ id }) => id)).toEqual([
      'link-check-external/dead-url',
      'link-check-external/undecided-url',
    ]);
    expect(await run(`<${A}>`, machines({ [A]: absent }).network)).toMatchObject([
      { id: 'link-check-external/dead-url' },
    ]);
  });

  it('fails for what nobody can open', async () => {
    const { network } = machines({
      [`${A}gone`]: 410,
      [`${A}dns`]: { problem: 'dns', message: 'ENOTFOUND' },
      [`${A}tls`]: { problem: 'tls', message: 'CERT_HAS_EXPIRED' },
      [`${A}loop`]: { status: 302, location: '/loop' },
    });
    const findings = await run(
      ['404', 'gone', 'dns', 'tls', 'loop'].map((path) => `<${A}${path}>\n`).join(''),
      network,
    );
    expect(
      findings.map(({ id, severity, position, message }) => [id, severity, position?.line, message]),
    ).toEqual([
      ['link-check-external/dead-url', 'error', 1, 'the page cannot be opened: the answer is 404'],
      ['link-check-external/dead-url', 'error', 2, 'the page cannot be opened: the answer is 410'],
      ['link-check-external/dead-url', 'error', 3, 'the page cannot be opened: no such host (ENOTFOUND)'],
      [
        'link-check-external/dead-url',
        'error',
        4,
        'the page cannot be opened: its certificate is not valid (CERT_HAS_EXPIRED)',
      ],
      [
        'link-check-external/dead-url',
        'error',
        5,
        'the page cannot be opened: it redirects more than 10 times',
      ],
    ]);
  });

  it.each<[Answer, string]>([
    [{ status: 401 }, 'the answer is 401'],
    [{ status: 403 }, 'the answer is 403'],
    [{ status: 429 }, 'the answer is 429'],
    [{ status: 503 }, 'the answer is 503'],
    [{ problem: 'timeout', message: 'T' }, 'no answer in time (T)'],
    [{ problem: 'refused', message: 'R' }, 'the connection is refused (R)'],
  ])('only warns of what may be there: %j', async (answer, reason) => {
    const findings = await run(`<${A}>`, machines({ [A]: answer }).network);
    expect(findings).toMatchObject([
      {
        id: 'link-check-external/undecided-url',
        severity: 'warning',
        message: expect.stringContaining(reason),
      },
    ]);
  });

  it('asks again where the answer may change, and waits as long as it is told to', async () => {
    const { log, network } = machines({
      [A]: [{ status: 429, retryAfterMs: 5_000 }, { status: 200 }],
      'https://b.example/': [{ status: 500 }, { status: 500 }, { status: 200 }],
    });
    expect(
      await run(`<${A}> <https://b.example/>`, network, {
        external: { timeoutMs: 1, concurrency: 1, retries: 2 },
      }),
    ).toEqual([]);
    expect(log).toEqual([
      `HEAD ${A}`,
      'wait 5000',
      `HEAD ${A}`,
      'HEAD https://b.example/',
      'GET https://b.example/',
      'wait 1000',
      'HEAD https://b.example/',
    ]);
  });

  it('believes a refused HEAD only when GET says the same', async () => {
    const { log, network } = machines({ [A]: [{ status: 405 }, { status: 200 }] });
    expect(await run(`<${A}>`, network)).toEqual([]);
    expect(log).toEqual([`HEAD ${A}`, `GET ${A}`]);
  });

  it('notes what has moved for good, not what is elsewhere for now', async () => {
    const { network } = machines({
      [`${A}old`]: { status: 301, location: 'mid' },
      [`${A}mid`]: { status: 308, location: 'https://b.example/new' },
      'https://b.example/new': 200,
      [`${A}now`]: { status: 302, location: '/mid' },
    });
    expect(await run(`<${A}old> <${A}now>`, network)).toMatchObject([
      {
        id: 'link-check-external/moved-url',
        severity: 'note',
        actual: `${A}old`,
        expected: 'https://b.example/new',
      },
    ]);
  });

  it('does not ask for what the configuration leaves alone, and reports entries that leave nothing alone', async () => {
    const ignore = [
      { link: `${A}*`, reason: 'needs a login' },
      { link: 'https://c.example/', reason: 'was down' },
      { link: 'no.md', reason: 'not of this target' },
    ];
    const { log, network } = machines({});
    const findings = await run(`<${A}x>`, network, { ignore });
    expect(findings).toMatchObject([{ id: 'link-check-external/unused-ignore', path: '/links/ignore/1' }]);
    expect(log).toEqual([]);
  });

  it('cannot tell without a network, and finds no Markdown an error', async () => {
    expect(await run('', undefined)).toMatchObject([{ id: 'link-check-external/no-network' }]);
    const none = await run('', machines({}).network, { files: ['no/*.md'] });
    expect(none).toMatchObject([{ id: 'link-check-external/no-files' }]);
  });

  it('says that what is no address is none', async () => {
    expect(await run('[x](http://[) [y](https://{{ host }}/)', machines({}).network)).toMatchObject([
      { id: 'link-check-external/dead-url', actual: 'http://[' },
    ]);
  });
});
