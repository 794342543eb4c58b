import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { createServer as createSocket, type AddressInfo } from 'node:net';
import { createNetworkPort } from './network-port';

describe('createNetworkPort', () => {
  const { request, wait } = createNetworkPort();
  let server: Server;
  let answer: (response: ServerResponse) => void;
  let methods: (string | undefined)[] = [];

  beforeAll(async () => {
    server = createServer((incoming, response) => {
      methods.push(incoming.method);
      answer(response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const ask = (method: 'HEAD' | 'GET' = 'GET', timeoutMs = 5_000) =>
    request({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`, method, timeoutMs });

  it('gives the status, where a redirect leads, and when to come again', async () => {
    methods = [];
    answer = (response) => response.writeHead(301, { location: '/y' }).end('moved');
    expect(await ask('HEAD')).toEqual({ status: 301, location: '/y' });
    answer = (response) => response.writeHead(429, { 'retry-after': '2' }).end();
    expect(await ask()).toEqual({ status: 429, retryAfterMs: 2000 });
    answer = (response) => response.writeHead(404, { 'retry-after': 'tomorrow' }).end();
    expect(await ask()).toEqual({ status: 404 });
    expect(methods).toEqual(['HEAD', 'GET', 'GET']);
  });

  it('says why there is no answer', async () => {
    answer = () => undefined;
    expect(await ask('GET', 200)).toMatchObject({ problem: 'timeout' });
    answer = (response) => void response.socket?.destroy();
    expect(await ask()).toMatchObject({ problem: 'other' });
    const listener = createSocket().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    listener.close();
    await once(listener, 'close');
    const at = (url: string) => request({ url, method: 'GET', timeoutMs: 5_000 });
    expect(await at(`http://127.0.0.1:${port}/`)).toMatchObject({ problem: 'refused' });
    expect(await at('https://127.0.0.1:' + (server.address() as AddressInfo).port)).toMatchObject({
      problem: 'tls',
    });
    expect(await at('http://[not-a-host/')).toMatchObject({ problem: 'other' });
  });

  it('waits', async () => {
    const start = performance.now();
    await wait(30);
    expect(performance.now() - start).toBeGreaterThan(20);
  });
});
