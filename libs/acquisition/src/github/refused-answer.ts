import type { Response } from 'undici';
import { ToolError } from '@fixpoint/model';
import { readText } from './read-text';

/** What was asked and with what. */
interface Asked {
  readonly what: string;
  readonly url: string;
  readonly token?: string;
}

const KEPT_BODY = 64 * 1024;
const KEPT_MESSAGE = 300;

/** The error for an answer of another status than success. */
export async function refusedAnswer(answer: Response, asked: Asked): Promise<ToolError> {
  const { host } = new URL(answer.url || asked.url);
  const reason = await reasonOf(answer);
  const explained = isRateLimit(answer) ? rateLimit(answer, asked) : EXPLAINED[answer.status]?.(asked);
  return new ToolError(
    `${asked.what} cannot be fetched: ${explained?.message ?? `${host} answered ${answer.status}${reason}`}`,
    {
      fix: explained?.fix ?? 'run the command again later; if it stays so, look at the address in a browser',
    },
  );
}

interface Explanation {
  readonly message: string;
  readonly fix: string;
}

const EXPLAINED: Readonly<Partial<Record<number, (asked: Asked) => Explanation>>> = {
  401: () => ({
    message: 'GitHub refuses the token',
    fix: 'set GH_TOKEN or GITHUB_TOKEN to a valid token, or unset them: public releases need none',
  }),
  404: ({ token }) => ({
    message: 'GitHub knows nothing under this name',
    fix:
      token === undefined
        ? 'check the names of repository, tag and asset; a private repository needs a token in GH_TOKEN or GITHUB_TOKEN'
        : 'check the names of repository, tag and asset, and whether the token may read the repository',
  }),
};

/** GitHub says 403 or 429 for a spent limit: the primary one by a counter at zero, the secondary by a time to wait. */
function isRateLimit({ status, headers }: Response): boolean {
  return (
    status === 429 ||
    (status === 403 && (headers.get('x-ratelimit-remaining') === '0' || headers.has('retry-after')))
  );
}

function rateLimit({ headers }: Response, { token }: Asked): Explanation {
  const end = endOfLimit(headers);
  return {
    message: `the rate limit of the GitHub API is used up${end}`,
    fix:
      token === undefined
        ? 'set GH_TOKEN or GITHUB_TOKEN to a token of your own, which has a limit of its own, or run the command again later'
        : 'run the command again when the limit is renewed',
  };
}

function endOfLimit(headers: Response['headers']): string {
  const wait = Number(headers.get('retry-after'));
  if (Number.isFinite(wait) && wait > 0) return `; it can be asked again in ${wait} s`;
  const reset = Number(headers.get('x-ratelimit-reset'));
  const isTime = Number.isFinite(reset) && reset > 0 && reset < 1e11;
  return isTime ? `; it is renewed at ${new Date(reset * 1000).toISOString()}` : '';
}

async function reasonOf(answer: Response): Promise<string> {
  try {
    const { message } = JSON.parse(await readText(answer, KEPT_BODY)) as { message?: unknown };
    return typeof message === 'string' ? `: ${message.slice(0, KEPT_MESSAGE)}` : '';
  } catch {
    return '';
  }
}
