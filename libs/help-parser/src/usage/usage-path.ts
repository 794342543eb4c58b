import type { PageContext } from '../page';

const COMMAND_TOKEN = /^[\p{L}\p{N}][\p{L}\p{N}_.:+@-]*(?:\|[\p{L}\p{N}][\p{L}\p{N}_.:+@-]*)*$/u;
// A subcommand that may be left out: `tool notes [list [<object>]]`.
const OPTIONAL = /^\[|\]$/g;
const LOWER_CASE = /\p{Ll}/u;

/** A usage line cut after its command path. */
export interface UsageForm {
  readonly path: readonly string[];
  /** What stands behind the program name and the path. */
  readonly rest: string;
}

/** Cuts program name and command path off a usage line. */
export function readForm(form: string, context: PageContext): UsageForm {
  const words = form.split(/\s+/);
  const bare = words.map((word) => word.replace(OPTIONAL, ''));
  const path: string[] = [];
  let end = programLength(words, context);
  for (let at = end; at < words.length; at++) {
    const asked = context.path[path.length];
    const token = bare[at] === asked ? asked : commandToken(words[at] as string, asked);
    if (token !== undefined) {
      path.push(token);
      end = at + 1;
    }
    // A parent's own required arguments stand between the names: `tool <DIR> add [OPTIONS]`.
    else if (asked === undefined || !bare.includes(asked, at)) break;
  }
  return { path, rest: words.slice(end).join(' ') };
}

/**
 * The command path that usage lines name. Where they name different paths, those nearest to the path that was asked for are
 * taken and what they have in common is the answer.
 */
export function usagePath(forms: readonly UsageForm[], asked: readonly string[]): string[] {
  const shared = forms.map((form) => commonPrefix(form.path, asked).length);
  const most = shared.reduce((a, b) => Math.max(a, b), 0);
  const nearest = forms.filter((_, index) => shared[index] === most).map((form) => [...form.path]);
  return nearest.reduce((a, b) => commonPrefix(a, b));
}

// Some libraries leave the program out of a subcommand's usage.
function programLength(words: readonly string[], { program, path }: PageContext): number {
  const expected = program?.split(/\s+/) ?? [];
  if (expected.length > 0 && startsWith(words, expected)) return expected.length;
  return path.length > 0 && startsWith(words, path) && !startsWith(words.slice(1), path) ? 0 : 1;
}

function startsWith(words: readonly string[], first: readonly string[]): boolean {
  return first.every((word, index) => words[index]?.split('|').includes(word) === true);
}

// A word in capitals stands for an argument, unless it is what was asked for.
function commandToken(word: string, asked: string | undefined): string | undefined {
  if (!COMMAND_TOKEN.test(word) || !LOWER_CASE.test(word)) return undefined;
  const spellings = word.split('|');
  return asked !== undefined && spellings.includes(asked) ? asked : spellings[0];
}

function commonPrefix(a: readonly string[], b: readonly string[]): string[] {
  const length = a.findIndex((token, index) => token !== b[index]);
  return a.slice(0, length < 0 ? a.length : length);
}
