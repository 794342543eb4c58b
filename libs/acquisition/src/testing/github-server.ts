import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one path. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this machine that answers as `api.github.com` and as the hosts that assets are stored on. */
export interface GithubServer {
  /** Base address. */
  readonly url: string;
  /** What was asked for: path and, where one was sent, the authorization. */
  readonly asked: readonly string[];
  /** Answers of paths (with their query), to be filled in by the test. */
  readonly answers: Map<string, Answer>;
}

/** A server for every test of the enclosing `describe`; it is there from `beforeEach` on. */
export function githubServer(): GithubServer {
  const state = { url: '', asked: [] as string[], answers: new Map<string, Answer>() };
  const server = createServer((request, response) => {
    const { url = '', headers } = request;
    state.asked.push(headers.authorization === undefined ? url : `${url} ${headers.authorization}`);
    const answer = state.answers.get(url) ?? json({ message: 'Not Found', status: '404' }, 404);
    answer(request, response);
  });
  beforeEach(async () => {
    state.asked.length = 0;
    state.answers.clear();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return state;
}

/** An answer of the API. */
export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(JSON.stringify(body));
  };
}

/** The bytes of a file. */
export function bytes(content: Buffer | string): Answer {
  return (_request, response) => {
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': Buffer.byteLength(content),
    });
    response.end(content);
  };
}

/** A redirect. */
export function redirect(location: string): Answer {
  return (_request, response) => {
    response.writeHead(302, { location });
    response.end();
  };
}
