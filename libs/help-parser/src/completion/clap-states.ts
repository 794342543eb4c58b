import { type CaseArm, caseArms } from './bash-case-arms';

/** A subcommand that a state leads to. */
export interface ChildState {
  readonly name: string;
  readonly state: string;
}

/** The state machine of a completion script. */
export interface ClapStates {
  readonly root: string;
  /** Subcommands by state, in the order of the script, one for each state that is reached. */
  readonly children: ReadonlyMap<string, readonly ChildState[]>;
  flagsOf(state: string): StateFlags;
}

/** The flags of a state, and those of them that take a value. */
export interface StateFlags {
  readonly flags: readonly string[];
  readonly valueFlags: readonly string[];
}

const TRANSITIONS = /case "\$\{cmd\},\$\{i\}" in/;
const STATE_ARMS = /^ *case "\$\{cmd\}" in/m;
const ASSIGNMENT = /^cmd="([^"]+)"$/;
const ROOT = /"?,\$1"?\)\s*cmd="([^"]+)"/;
const OPTIONS = /^opts="(.*)"$/;
const FLAG = /^--?[^-\s<>[\]]\S*$/;

/** Reads the two `case` statements of a script; undefined when it has another shape. */
export function readClapStates(script: string): ClapStates | undefined {
  const first = script.search(TRANSITIONS);
  const second = script.search(STATE_ARMS);
  const root = ROOT.exec(script.slice(Math.max(first, 0), Math.max(second, 0)))?.[1];
  if (first < 0 || second < first || root === undefined) return undefined;
  const flags = stateFlags(caseArms(script.slice(second)));
  if (flags.size === 0) return undefined;
  const none = { flags: [], valueFlags: [] };
  return {
    root,
    children: transitions(caseArms(script.slice(first, second))),
    flagsOf: (state) => flags.get(state) ?? flags.get(plainName(state)) ?? none,
  };
}

function transitions(arms: readonly CaseArm[]): Map<string, ChildState[]> {
  const children = new Map<string, ChildState[]>();
  for (const arm of arms) {
    const state = firstGroup(arm, ASSIGNMENT);
    const comma = arm.pattern.lastIndexOf(',');
    if (state === undefined || comma < 0) continue;
    const from = arm.pattern.slice(0, comma);
    const known = children.get(from) ?? [];
    children.set(from, addChild(known, { name: arm.pattern.slice(comma + 1), state }));
  }
  return children;
}

// Of several names that lead to one state, the state is called after the command's own; the others are aliases.
function addChild(known: ChildState[], child: ChildState): ChildState[] {
  const twin = known.findIndex((other) => other.state === child.state);
  if (twin < 0) known.push(child);
  else if (isOwnName(child) && !isOwnName(known[twin] as ChildState)) known[twin] = child;
  return known;
}

function isOwnName({ name, state }: ChildState): boolean {
  return plainName(state).endsWith(`__${plainName(name)}`);
}

/** Some versions part the words of a state's name by `__subcmd__`, and of a name with dashes only in one of the places. */
function plainName(name: string): string {
  return name.replaceAll('__subcmd__', '__').replaceAll('-', '__');
}

function stateFlags(arms: readonly CaseArm[]): Map<string, StateFlags> {
  const states = new Map<string, StateFlags>();
  for (const { arm, words, inner } of stateArms(arms)) {
    const flags = [...new Set(words.split(/(?:\s|\\n)+/).filter((word) => FLAG.test(word)))];
    const withValue = new Set(inner.flatMap(({ pattern }) => pattern.split('|')));
    const entry = { flags, valueFlags: flags.filter((flag) => withValue.has(flag)) };
    for (const name of [arm.pattern, plainName(arm.pattern)]) if (!states.has(name)) states.set(name, entry);
  }
  return states;
}

interface StateArm {
  readonly arm: CaseArm;
  readonly words: string;
  /** The arms of the `case` inside, one for each flag with a value. */
  readonly inner: CaseArm[];
}

function stateArms(arms: readonly CaseArm[]): StateArm[] {
  const states: StateArm[] = [];
  for (const arm of arms) {
    const words = firstGroup(arm, OPTIONS);
    if (words === undefined) states.at(-1)?.inner.push(arm);
    else states.push({ arm, words, inner: [] });
  }
  return states;
}

function firstGroup(arm: CaseArm, pattern: RegExp): string | undefined {
  return arm.body.map((line) => pattern.exec(line)?.[1]).find((group) => group !== undefined);
}
