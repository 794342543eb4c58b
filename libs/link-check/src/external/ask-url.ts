import type { NetworkAnswer, NetworkPort, NetworkProblem } from '@fixpoint/model';
import type { ExternalLinksConfig } from '@fixpoint/spec-formats';

/** What asking for an address came to, and whether any machine answered. */
export type UrlVerdict = UrlState & { readonly isUnanswered?: true };

type UrlState =
  | { readonly kind: 'there' }
  /** It is there under another address, and for good. */
  | { readonly kind: 'moved'; readonly to: string }
  /** Nobody can open it. */
  | { readonly kind: 'dead'; readonly reason: string }
  /** Somebody may be able to; whether it is there cannot be told from here. */
  | { readonly kind: 'undecided'; readonly reason: string };

const MOST_REDIRECTS = 10;
/** Milliseconds before the second attempt; twice as many before each further one. */
const FIRST_PAUSE_MS = 1_000;
/** No server makes a run wait longer. */
const LONGEST_PAUSE_MS = 30_000;

/** Asks for an address: what it redirects to is followed, and what may be different in a moment is asked again. */
export async function askUrl(
  network: NetworkPort,
  url: string,
  config: ExternalLinksConfig,
): Promise<UrlVerdict> {
  let current = url;
  let isPermanent = true;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const answer = await askPatiently(network, current, config);
    if ('problem' in answer) return verdictOfProblem(answer);
    const next = redirectOf(answer, current);
    if (next === undefined)
      return verdictOfStatus(answer.status, hops > 0 && isPermanent ? current : undefined);
    isPermanent &&= answer.status === 301 || answer.status === 308;
    current = next;
  }
  return { kind: 'dead', reason: `it redirects more than ${MOST_REDIRECTS} times` };
}

async function askPatiently(
  network: NetworkPort,
  url: string,
  { timeoutMs, retries }: ExternalLinksConfig,
): Promise<NetworkAnswer | NetworkProblem> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await askOnce(network, url, timeoutMs);
    if (attempt >= retries || !mayChange(answer)) return answer;
    const pause = FIRST_PAUSE_MS * 2 ** attempt;
    const asked = 'retryAfterMs' in answer ? (answer.retryAfterMs ?? pause) : pause;
    await network.wait(Math.min(asked, LONGEST_PAUSE_MS));
  }
}

/** Many servers answer HEAD with what is not true of the page, so only what it confirms is believed. */
async function askOnce(
  network: NetworkPort,
  url: string,
  timeoutMs: number,
): Promise<NetworkAnswer | NetworkProblem> {
  const answer = await network.request({ url, method: 'HEAD', timeoutMs });
  const isBelieved =
    'status' in answer ? answer.status < 400 || answer.status === 429 : answer.problem === 'dns';
  return isBelieved ? answer : network.request({ url, method: 'GET', timeoutMs });
}

function mayChange(answer: NetworkAnswer | NetworkProblem): boolean {
  if ('problem' in answer) return answer.problem === 'timeout' || answer.problem === 'other';
  return answer.status === 429 || answer.status >= 500;
}

function redirectOf({ status, location }: NetworkAnswer, url: string): string | undefined {
  if (status < 300 || status >= 400 || status === 304 || location === undefined) return undefined;
  return URL.canParse(location, url) ? new URL(location, url).href : undefined;
}

function verdictOfStatus(status: number, movedTo: string | undefined): UrlVerdict {
  if (status === 404 || status === 410) return { kind: 'dead', reason: `the answer is ${status}` };
  if (status < 200 || status >= 300) return { kind: 'undecided', reason: `the answer is ${status}` };
  return movedTo === undefined ? { kind: 'there' } : { kind: 'moved', to: movedTo };
}

function verdictOfProblem({ problem, message }: NetworkProblem): UrlVerdict {
  const isDead = problem === 'dns' || problem === 'tls';
  const reasons = {
    dns: 'no such host',
    tls: 'its certificate is not valid',
    refused: 'the connection is refused',
    timeout: 'no answer in time',
    other: 'the connection broke',
  };
  return {
    kind: isDead ? 'dead' : 'undecided',
    reason: `${reasons[problem]} (${message})`,
    // A certificate is an answer, even if it does not hold.
    ...(problem !== 'tls' && { isUnanswered: true }),
  };
}
