import { isHelpText } from '@fixpoint/help-parser';
import { pathKey, type ProbeRecord, type ToolConfig } from '@fixpoint/surface-formats';
import { commandWords, helpExitCodes } from './page-reader';
import { answerText, type ToolAnswer, type ToolSession } from './tool-session';

/** What the tool says to a flag: accepted alone, accepted with a value, refused; undefined where it cannot be told. */
export type FlagVerdict = 'switch' | 'value' | 'refused' | undefined;

/** Asks whether flags are accepted without ever starting the tool: the help flag always comes last. */
export interface FlagProbe {
  ask(path: readonly string[], flag: string): Promise<FlagVerdict>;
  status(): Promise<NonNullable<ProbeRecord['flag_probe']>>;
}

const NO_SUCH_FLAG = '--fixpoint-no-such-flag';
const NO_SUCH_VALUE = 'fixpoint-no-such-value';

/**
 * A probe that calibrates itself on every command with a flag that cannot exist: only where that is refused does the
 * acceptance of another flag mean anything, and only the same words are a refusal.
 */
export function flagProbe(session: ToolSession): FlagProbe {
  const call = (path: readonly string[], word: string) =>
    session.call([...commandWords(session.tool, path), word, session.tool.helpFlag]);
  const calibrations = new Map<string, Promise<string | undefined>>();
  const refusalOf = (path: readonly string[]) => {
    const key = pathKey(path);
    const known =
      calibrations.get(key) ?? call(path, NO_SUCH_FLAG).then((answer) => refusal(answer, NO_SUCH_FLAG));
    calibrations.set(key, known);
    return known;
  };
  return {
    async ask(path, flag) {
      const refusedAs = await refusalOf(path);
      if (refusedAs === undefined) return undefined;
      const alone = await call(path, flag);
      if (isAccepted(alone, session.tool)) return 'switch';
      if (!alone.ok) return undefined;
      if (refusal(alone, flag) === refusedAs) return 'refused';
      const withValue = await call(path, `${flag}=${NO_SUCH_VALUE}`);
      return isAccepted(withValue, session.tool) || complainsOfValue(withValue) ? 'value' : 'refused';
    },
    async status() {
      return (await refusalOf([])) === undefined ? 'not-usable' : 'calibrated';
    },
  };
}

// Where help comes with another code than 0, a complaint may come with the same: only a page is acceptance then.
function isAccepted(answer: ToolAnswer, tool: ToolConfig): boolean {
  if (!answer.ok || answer.exitCode === 0) return answer.ok;
  return helpExitCodes(tool).includes(answer.exitCode) && isHelpText(answerText(answer).text);
}

// The first line that names the flag, with the name taken out; warnings that come before it are no part of the complaint.
function refusal(answer: ToolAnswer, flag: string): string | undefined {
  if (!answer.ok || answer.exitCode === 0) return undefined;
  const named = namePattern(flag);
  return lineWith(answer, named)?.replaceAll(named, '<flag>');
}

// Complaints write a long flag with two dashes, with one or with none.
function namePattern(flag: string): RegExp {
  const escaped = flag.replace(/^--/, '').replaceAll(/[^\w-]/g, '\\$&');
  return new RegExp(flag.startsWith('--') ? `-{0,2}${escaped}` : escaped, 'g');
}

function complainsOfValue(answer: ToolAnswer): boolean {
  return answer.ok && lineWith(answer, new RegExp(NO_SUCH_VALUE)) !== undefined;
}

function lineWith({ stdout, stderr }: Extract<ToolAnswer, { ok: true }>, word: RegExp): string | undefined {
  const lines = `${stderr.text}\n${stdout.text}`.split('\n');
  return lines.find((line) => line.search(word) >= 0)?.trim();
}
