import type { Dispatcher, Response } from 'undici';
import { ToolError } from '@fixpoint/model';
import type { Limits, Network } from '../source';
import { refusedAnswer } from './refused-answer';
import { undici } from './undici-library';

/** One request. */
export interface HttpRequest {
  readonly url: string;
  readonly accept: string;
  /** Sent to the host of the address only; a redirect to another host goes without. */
  readonly token?: string;
  readonly network: Network;
  /** What is asked for, in messages. */
  readonly what: string;
  /** Statuses that are no success but are handed on as well. */
  readonly passed?: readonly number[];
}

/**
 * Asks for an address and hands the answer on while it can still be read. Redirects are followed; proxies come from
 * HTTPS_PROXY, HTTP_PROXY and NO_PROXY.
 *
 * @throws ToolError when the host cannot be reached, does not answer in time, or refuses
 *
 * @req FP-SEC-002
 */
export async function withAnswer<T>(request: HttpRequest, use: (answer: Response) => Promise<T>): Promise<T> {
  const { limits } = request.network;
  const dispatcher = createDispatcher(limits);
  const total = new AbortController();
  const timer = setTimeout(() => total.abort(new Error('too slow')), limits.totalMs);
  try {
    const answer = await undici().fetch(request.url, {
      dispatcher,
      signal: total.signal,
      headers: headersOf(request),
    });
    if (!answer.ok && request.passed?.includes(answer.status) !== true)
      throw await refusedAnswer(answer, request);
    return await use(answer);
  } catch (error) {
    if (error instanceof ToolError) throw error;
    throw brokenConnection(error, request);
  } finally {
    clearTimeout(timer);
    await dispatcher.destroy();
  }
}

/** Connections that give up when nothing comes for so long, through the proxy of the environment where it names one. */
export function createDispatcher({ idleMs }: Pick<Limits, 'idleMs'>): Dispatcher {
  const options = { connect: { timeout: idleMs }, headersTimeout: idleMs, bodyTimeout: idleMs };
  const { Agent, EnvHttpProxyAgent } = undici();
  // Not in every case: where it is used, the library warns that it is experimental.
  const behindProxy = PROXY_VARIABLES.some((name) => process.env[name] !== undefined);
  return behindProxy ? new EnvHttpProxyAgent(options) : new Agent(options);
}

const PROXY_VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];

function headersOf({ accept, token }: HttpRequest): Record<string, string> {
  return {
    accept,
    // What is counted and hashed are the bytes of the asset, not those of a transport.
    'accept-encoding': 'identity',
    'user-agent': 'fixpoint',
    'x-github-api-version': '2022-11-28',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
}

const TIMEOUTS = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

function brokenConnection(error: unknown, { url, what, network }: HttpRequest): ToolError {
  const { host } = new URL(url);
  const codes = codesOf(error);
  const isTooSlow = (error as Error).message === 'too slow';
  const silent = codes.some((code) => TIMEOUTS.has(code));
  const reason = isTooSlow
    ? `${host} did not give all of it in ${network.limits.totalMs / 1000} s`
    : silent
      ? `${host} was silent for ${network.limits.idleMs / 1000} s`
      : `the connection to ${host} failed (${codes[0] ?? (error as Error).message})`;
  return new ToolError(`${what} cannot be fetched: ${reason}`, {
    cause: error,
    fix: 'check the network connection (behind a proxy: HTTPS_PROXY), then run the command again',
  });
}

/** Error codes from the innermost cause outwards. */
function codesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: readonly unknown[] };
  const inner = [...(errors ?? []).flatMap(codesOf), ...codesOf(cause)];
  return typeof code === 'string' ? [...inner, code] : inner;
}
