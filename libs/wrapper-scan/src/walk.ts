import { originOf } from './evidence';
import type { EvidenceLog, Origin } from './evidence';
import type { Surface } from './options';
import { launcherNamed, programName } from './program-name';
import { sourceOf } from './scope';
import { splitCommands } from './shell-words';
import type { Node } from './syntax';
import { isCommandWord, shown, tokenOf } from './token';
import type { Token } from './token';
import type { Sequence, TextValue, Value } from './value';
import { AT_PROGRAM, certaintyOf, distinct, endGroup, statesKey, withoutPending } from './walk-state';
import type { State } from './walk-state';

/** What a walk needs beside the command line. */
export interface Walk {
  readonly log: EvidenceLog;
  readonly surface: Surface;
  /** Names of the wrapped program, if they are known. */
  readonly names: ReadonlySet<string> | undefined;
}

/** Reads one command line, the program first, and records what it passes. */
export function walkLine(walk: Walk, line: Sequence): void {
  new Walker(walk).walk(line, [AT_PROGRAM]);
}

class Walker {
  private loops = 0;
  /** Parts are shared between alternatives; each is walked once from the same states. */
  private readonly walked = new Map<Sequence, Map<string, State[]>>();

  constructor(private readonly context: Walk) {}

  walk(sequence: Sequence, states: readonly State[]): State[] {
    if (states.length === 0) return [];
    const known = this.walked.get(sequence) ?? new Map<string, State[]>();
    this.walked.set(sequence, known);
    const key = `${this.loops > 0}${statesKey(states)}`;
    const after = known.get(key) ?? this.walkPart(sequence, states);
    known.set(key, after);
    return after;
  }

  private walkPart(sequence: Sequence, states: readonly State[]): State[] {
    switch (sequence.kind) {
      case 'item':
        return distinct(states.flatMap((state) => this.item(state, sequence.value)));
      case 'rest':
        return distinct(states.flatMap((state) => this.rest(state, sequence.node)));
      case 'any':
        return distinct(sequence.options.flatMap((option) => this.walk(option, states)));
      case 'all': {
        const start = sequence.group ? distinct(states.map(endGroup)) : [...states];
        const after = sequence.parts.reduce((before, part) => this.walk(part, before), start);
        return sequence.group ? distinct(after.map(endGroup)) : after;
      }
      case 'repeat':
        return this.repeat(sequence.body, states);
      case 'self':
        return [...states];
    }
  }

  private repeat(body: Sequence, states: readonly State[]): State[] {
    this.loops++;
    const once = this.walk(body, states);
    const twice = this.walk(body, once);
    this.loops--;
    return distinct([...states, ...once, ...twice]);
  }

  private item(state: State, value: Value): State[] {
    if (state.phase === 'program') return this.program(state, value);
    if (state.phase === 'launcher') return this.launched(state, value);
    return this.argument(state, value);
  }

  private program(state: State, value: Value): State[] {
    const name = programName(value);
    if (name === undefined) return [{ ...state, phase: 'running' }];
    // A shell line may begin with settings: `CI=1 program …`.
    if (/^\w+=/.test(name)) return [state];
    const { names, log } = this.context;
    const launcher = launcherNamed(name);
    if (names?.has(name)) log.identify();
    if (names ? names.has(name) : !launcher) return [{ ...state, phase: 'running', named: true }];
    return launcher ? [{ ...state, phase: 'launcher', launcher }] : [];
  }

  /** An argument of a launcher: its own flags and settings are passed over, the first word names the program. */
  private launched(state: State, value: Value): State[] {
    const token = tokenOf(value);
    if (token.kind === 'flag' || token.kind === 'computed' || token.kind === 'end') return [state];
    if (state.launcher?.shell) return this.shellLine(state, value);
    if (state.launcher?.verbs) {
      return token.kind === 'word' && state.launcher.verbs.includes(token.text)
        ? [{ ...state, launcher: {} }]
        : [];
    }
    if (token.kind === 'word' && /^\w+=/.test(token.text)) return [state];
    return this.program({ ...state, phase: 'program' }, value);
  }

  private shellLine(state: State, value: Value): State[] {
    if (value.kind !== 'text') return [];
    const [first] = value.parts;
    if (first?.kind === 'static' && /^\/\w$/.test(first.text)) return [state];
    for (const line of splitCommands(value)) this.walk(line, [AT_PROGRAM]);
    return [];
  }

  private argument(state: State, value: Value): State[] {
    const token = tokenOf(value);
    const { pending } = state;
    if (pending && !startsFlag(token)) return [this.flagValue(state, value)];
    const free = withoutPending(state);
    if (free.ended || token.kind === 'value') return [{ ...free, leading: false }];
    if (token.kind === 'end') return [{ ...free, ended: true, leading: false }];
    if (token.kind === 'word') return [this.word(free, token.text, originIn(value))];
    if (token.kind === 'flag') return [this.flag(free, token, originIn(value))];
    return [token.kind === 'computed' ? this.computed(free, value, token) : this.unread(free, value)];
  }

  private flagValue(state: State, value: Value): State {
    const { place, key } = state.pending ?? {};
    const written = value.kind === 'text' ? shown(value) : undefined;
    if (place && written !== undefined) place.notes.add(`${key} ${written}`);
    return withoutPending(state);
  }

  private flag(state: State, token: Token & { kind: 'flag' }, origin: Origin | undefined): State {
    if (!origin) return state;
    const { path } = state;
    const place = this.context.log.flag(path, token.key, { origin, certainty: certaintyOf(state) });
    if (token.note !== undefined) place.notes.add(token.note);
    const takes = token.attached ? false : this.context.surface.takesValue(path, token.key);
    const next = { ...state, leading: false };
    return takes === false ? next : { ...next, pending: { key: token.key, place, sure: takes === true } };
  }

  /** A bare word is a command where the program has such a command, or where only a command can be meant. */
  private word(state: State, text: string, origin: Origin | undefined): State {
    const { surface, log, names } = this.context;
    // A list that holds the program as well: `spawn(command[0], command)`.
    if (isOpen(state) && names?.has(text)) return state;
    const path = [...state.path, text];
    const known = surface.isCommand(path);
    const meant =
      state.leading && isCommandWord(text) && (known === undefined || surface.hasSubcommands(state.path));
    if (!origin || !(known || meant)) {
      const missed = known === undefined && isCommandWord(text);
      return { ...state, leading: false, certain: state.certain && !missed };
    }
    log.command(path, origin, certaintyOf(state));
    return { ...state, path };
  }

  private computed(state: State, value: Value, token: Token & { kind: 'computed' }): State {
    const node = nodeOf(value);
    if (node) this.context.log.dynamic(node, `computed flag: ${token.note}`, certaintyOf(state));
    return { ...state, leading: false, pending: { key: '', sure: false } };
  }

  /** One argument that is not known: usually a positional one, but it may be a command, or stand for many. */
  private unread(state: State, value: Value): State {
    const node = nodeOf(value);
    if (isOpen(state)) this.dynamic(state, node, 'unknown first argument');
    else if (this.loops > 0) this.dynamic(state, node, 'unknown arguments of a loop');
    return blur(state);
  }

  private rest(state: State, node: Node): State[] {
    if (state.phase === 'program') return [{ ...blur(state), phase: 'running' }];
    if (state.phase === 'launcher') return [state];
    if (state.pending?.sure || state.ended) return [state];
    this.dynamic(state, node, 'unknown arguments');
    return [blur(withoutPending(state))];
  }

  private dynamic(state: State, node: Node | undefined, what: string): void {
    if (node) this.context.log.dynamic(node, `${what}: ${sourceOf(node)}`, certaintyOf(state));
  }
}

function blur(state: State): State {
  return { ...state, leading: false, certain: state.certain && !isOpen(state) };
}

/** Nothing but the program has been seen, so the next argument may be its command. */
function isOpen(state: State): boolean {
  return state.leading && state.path.length === 0;
}

function startsFlag(token: Token): boolean {
  return token.kind === 'flag' || token.kind === 'computed' || token.kind === 'end';
}

function originIn(value: Value): Origin | undefined {
  return value.kind === 'text' ? originOf(value.parts) : undefined;
}

function nodeOf(value: Value): Node | undefined {
  if (value.kind === 'unknown') return value.node;
  return value.kind === 'text' ? textNode(value) : undefined;
}

function textNode(text: TextValue): Node | undefined {
  const part = text.parts.find((each) => each.kind !== 'words');
  return part && 'node' in part ? part.node : undefined;
}
