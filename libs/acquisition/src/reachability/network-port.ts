import { setTimeout as sleep } from 'node:timers/promises';
import type { NetworkAnswer, NetworkPort, NetworkProblem, NetworkRequest } from '@fixpoint/model';
import { createDispatcher } from '../github/http';
import { undici } from '../github/undici-library';

/**
 * Asks other machines whether something is there: one request, no redirect followed, no body read. Proxies come from HTTPS_PROXY,
 * HTTP_PROXY and NO_PROXY. A machine that does not answer is an answer, never an error.
 */
export function createNetworkPort(): NetworkPort {
  return { request, wait: (milliseconds) => sleep(milliseconds, undefined, { ref: true }) };
}

async function request({ url, method, timeoutMs }: NetworkRequest): Promise<NetworkAnswer | NetworkProblem> {
  const dispatcher = createDispatcher({ idleMs: timeoutMs });
  try {
    const { status, headers, body } = await undici().fetch(url, {
      method,
      dispatcher,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      // Some servers answer nothing but what looks like a browser.
      headers: { accept: 'text/html,*/*;q=0.8', 'user-agent': 'Mozilla/5.0 (compatible; fixpoint)' },
    });
    await body?.cancel();
    const [location, retryAfter] = [headers.get('location'), headers.get('retry-after')];
    return {
      status,
      ...(location !== null && { location }),
      ...(retryAfter !== null && /^\d+$/.test(retryAfter) && { retryAfterMs: Number(retryAfter) * 1000 }),
    };
  } catch (error) {
    return toProblem(error);
  } finally {
    await dispatcher.destroy();
  }
}

/** Error codes by what they mean; everything about certificates is one thing. */
const PROBLEMS: readonly (readonly [RegExp, NetworkProblem['problem']])[] = [
  [/^(?:ENOTFOUND|EAI_NODATA|EAI_NONAME)$/, 'dns'],
  [/CERT|^ERR_TLS|^ERR_SSL|^EPROTO$|^DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/, 'tls'],
  [/^ECONNREFUSED$/, 'refused'],
  [/TIMEOUT|^ETIMEDOUT$|^EAI_AGAIN$/, 'timeout'],
];

function toProblem(error: unknown): NetworkProblem {
  const codes = codesOf(error);
  const message = codes[0] ?? (error instanceof Error ? error.message : String(error));
  const known = PROBLEMS.find(([pattern]) => codes.some((code) => pattern.test(code)));
  return { problem: known?.[1] ?? 'other', message };
}

/** Codes and names of an error and its causes, from the innermost outwards. */
function codesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { code, cause, errors, name } = error as Record<'code' | 'cause' | 'name', unknown> & {
    readonly errors?: readonly unknown[];
  };
  const own = typeof code === 'string' ? [code] : name === 'TimeoutError' ? ['ETIMEDOUT'] : [];
  return [...(errors ?? []).flatMap(codesOf), ...codesOf(cause), ...own];
}
