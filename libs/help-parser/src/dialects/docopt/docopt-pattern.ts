/** What one usage line of docopt names, program name removed. */
export interface DocoptPattern {
  /** Bare words, in order: the commands. */
  readonly commands: readonly string[];
  /** Options that the pattern names itself; those with `=` take a value. */
  readonly options: readonly PatternOption[];
  /** Whether `[options]` stands for all options of the page. */
  readonly takesAll: boolean;
}

/** An option of a pattern. */
export interface PatternOption {
  readonly name: string;
  readonly value?: string;
}

const TOKEN = /<[^<>]*>|\.\.\.|[[\]()|]|[^\s[\]()|<]+(?:<[^<>]*>)?/g;
const PUNCTUATION = /^(?:\.\.\.|[[\]()|])$/;
const LONG = /^--[^=]+/;
const SHORTS = /^-[^-]/;
const ARGUMENT = /^(?:<.*>|\P{Ll}*\p{Lu}\P{Ll}*)(?:\.\.\.)?$/u;
const COMMAND = /^[\p{L}\p{N}][\p{L}\p{N}_.:+@-]*$/u;

/** Reads a usage line as docopt does: every bare word in lower case is a command. */
export function readPattern(form: string): DocoptPattern {
  const commands: string[] = [];
  const options: PatternOption[] = [];
  let takesAll = false;
  for (const token of form.match(TOKEN)?.slice(1) ?? []) {
    if (PUNCTUATION.test(token)) continue;
    if (token === 'options') takesAll = true;
    else if (LONG.test(token)) options.push(toLong(token));
    else if (SHORTS.test(token)) options.push(...toShorts(token));
    else if (!ARGUMENT.test(token) && COMMAND.test(token)) commands.push(token.replace(/\.\.\.$/, ''));
  }
  return { commands, options, takesAll };
}

function toLong(token: string): PatternOption {
  const [name = '', value] = token.split('=', 2);
  return { name, ...(value !== undefined && { value: value.replace(/^<|>$/g, '') }) };
}

// `-abc` are three options; `-c<path>` and `-c=<path>` one with its value.
function toShorts(token: string): PatternOption[] {
  const value = /^(-[^-])=?<([^<>]*)>$/.exec(token);
  if (value !== null) return [{ name: value[1] as string, value: value[2] as string }];
  return Array.from(token.slice(1).split('=', 1)[0] as string, (letter) => ({ name: `-${letter}` }));
}
