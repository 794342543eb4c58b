import { type Finding, failure, type Result, success } from '@fixpoint/model';
import { comparePaths } from '@fixpoint/surface-formats';
import type { CompletionCommand, CompletionSurface } from '../page';
import { type ClapStates, readClapStates } from './clap-states';

/**
 * Reads the bash completion script that clap_complete 4 prints. Such a script is a state machine: a first `case` leads from
 * a command's state and a word to the subcommand's state, a second gives each state its words (flags, subcommands, argument
 * placeholders, values of arguments, all mixed) and says which flags take a value. Hidden commands and flags are in it, and
 * so are the trees under `help`; both come with their path, in path order. Aliases of a command lead to the same state and are left out.
 *
 * A script of another shape is a failure with one finding.
 */
export function parseClapBashCompletion(script: string): Result<CompletionSurface> {
  const states = readClapStates(script);
  if (states === undefined) return failure(notRecognised());
  return success({ commands: walk(states) });
}

// Deeper than any real tree; ends a script whose states only lead on.
const DEEPEST = 32;

interface Visit {
  readonly state: string;
  readonly path: readonly string[];
}

// The children of a state are taken once, so that a script whose states lead in a circle ends.
function walk(states: ClapStates): CompletionCommand[] {
  const visits: Visit[] = [{ state: states.root, path: [] }];
  const commands: CompletionCommand[] = [];
  const entered = new Set<string>();
  for (const { state, path } of visits) {
    const children = entered.has(state) || path.length === DEEPEST ? [] : (states.children.get(state) ?? []);
    entered.add(state);
    visits.push(...children.map((child) => ({ state: child.state, path: [...path, child.name] })));
    commands.push({ path, ...states.flagsOf(state), subcommands: children.map((child) => child.name) });
  }
  return commands.sort((a, b) => comparePaths(a.path, b.path));
}

function notRecognised(): Finding {
  return {
    id: 'help-parser/completion-not-recognised',
    severity: 'warning',
    message: 'the completion script is not one that clap_complete prints for bash',
    file: '(completion script)',
    expected: 'a function with case "${cmd},${i}" and case "${cmd}"',
    fix: 'check that the configured completion arguments print the script for bash, or remove the completion source',
  };
}
