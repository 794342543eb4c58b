import type { Certainty, PlaceRecord } from './evidence';
import type { Launcher } from './program-name';

/** How far the reading of one command line has come. */
export interface State {
  /** The program's name is next; the arguments of a launcher are; the program's own are. */
  readonly phase: 'program' | 'launcher' | 'running';
  readonly launcher?: Launcher;
  /** The program is started by the name of the wrapped one, not by one that is only known at run time. */
  readonly named: boolean;
  readonly path: readonly string[];
  /** Only words that are known have been seen, so the next one may be a command. */
  readonly leading: boolean;
  /** The path is all there is of the command: nothing was passed over that might belong to it. */
  readonly certain: boolean;
  /** The flag whose value may be next. */
  readonly pending?: Pending;
  /** `--` was seen. */
  readonly ended: boolean;
}

export interface Pending {
  readonly key: string;
  /** Where the flag is recorded; a computed flag is not. */
  readonly place?: PlaceRecord;
  /** The flag takes a value for sure; otherwise only what is written right behind it is taken for one. */
  readonly sure: boolean;
}

export const AT_PROGRAM: State = {
  phase: 'program',
  named: false,
  path: [],
  leading: true,
  certain: true,
  ended: false,
};

/** More states than this differ in nothing that matters. */
const MAX_STATES = 64;

/** Drops states that are the same for all that follows. */
export function distinct(states: readonly State[]): State[] {
  const byKey = new Map(states.map((state) => [stateKey(state), state]));
  return [...byKey.values()].slice(0, MAX_STATES);
}

/** What tells states apart, as one string. */
export function statesKey(states: readonly State[]): string {
  return states.map(stateKey).join('\u001d');
}

function stateKey({ phase, named, path, leading, certain, pending, ended, launcher }: State): string {
  const { file, line, column } = pending?.place?.place ?? {};
  const waits = pending ? [pending.key, pending.sure, file, line, column] : [];
  const launches = launcher ? [launcher.shell, launcher.verbs] : [];
  return [phase, named, path.join('\u001f'), leading, certain, ended, ...launches, ...waits].join('\u001e');
}

/** After one array literal or call, a word no longer counts as the value of a flag that may take none. */
export function endGroup(state: State): State {
  return state.pending && !state.pending.sure ? withoutPending(state) : state;
}

export function withoutPending({ pending: _, ...state }: State): State {
  return state;
}

/** How sure what is recorded in a state is. */
export function certaintyOf({ certain, named }: State): Certainty {
  return { command: certain, program: named };
}
