import type { ProgressPort } from '@fixpoint/model';

/** The part of a terminal stream that progress is written to. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** What the display depends on beside the stream; each can be replaced by a test. */
export interface ProgressSources {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly clock?: () => number;
}

const ERASE_LINE = '\r\u001B[2K';
const REDRAW_MS = 50;
const DEFAULT_COLUMNS = 80;

/** Progress that nobody sees. */
export const silentProgress: ProgressPort = { update: () => undefined, end: () => undefined };

/** One line that is drawn over itself (`label done/total`), on an interactive terminal outside CI; silent otherwise. */
export function createTerminalProgress(stream: ProgressStream, sources: ProgressSources = {}): ProgressPort {
  const { env = process.env, clock = Date.now } = sources;
  if (stream.isTTY !== true || isSet(env['CI']) || env['TERM'] === 'dumb') return silentProgress;
  let drawnAt = -Infinity;
  return {
    update(label, done, total) {
      if (done < total && clock() - drawnAt < REDRAW_MS) return;
      drawnAt = clock();
      stream.write(ERASE_LINE + line(`${label} ${done}/${total}`, stream.columns ?? DEFAULT_COLUMNS));
    },
    end() {
      if (drawnAt !== -Infinity) stream.write(ERASE_LINE);
      drawnAt = -Infinity;
    },
  };
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false';
}

/** What fits into one row; a control character of a label would break out of it. */
function line(text: string, columns: number): string {
  return [...text.replace(/\p{Cc}+/gu, ' ')].slice(0, columns - 1).join('');
}
