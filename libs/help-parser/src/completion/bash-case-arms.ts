/** One arm of a `case` in a completion script: its pattern and the lines below it, trimmed. */
export interface CaseArm {
  readonly pattern: string;
  readonly body: readonly string[];
}

const PATTERN = /^ *([^\s()"$*]+)\)$/;

/** All arms of all `case` statements in the order of the script; the body of an arm ends where the next arm begins. */
export function caseArms(script: string): CaseArm[] {
  const arms: { pattern: string; body: string[] }[] = [];
  for (const line of script.split(/\r?\n/)) {
    const match = PATTERN.exec(line);
    if (match === null) arms.at(-1)?.body.push(line.trim());
    else arms.push({ pattern: match[1] as string, body: [] });
  }
  return arms;
}
