import type { PageContext } from '../page';

const COMMAND = /^[\p{Ll}\p{N}][\p{Ll}\p{N}_-]*$/u;
const ALTERNATIVES = /^[([{<]?([\p{Ll}\p{N}_|-]+)[)\]}>]?$/u;
// What usage lines call an argument when they write it without brackets.
const ARGUMENTS =
  /^(?:files?|filenames?|paths?|dir(?:ectory|s)?|names?|args?|arguments?|patterns?|strings?|expr(?:ession)?|options?|commands?|cmd|source|dest(?:ination)?|target|url|host|user|group|input|output|value|key|in|out|infile|outfile|program|text|number|n|x|y)$/;
const LEAST_FORMS = 2;

/**
 * Subcommands that usage lines show in place of a table: forms that go on with different words behind the command's own path,
 * `or: git remote add …`, `or: git remote show …`, one with a choice of words, `tool (start|stop|status)`, or one that marks its arguments.
 */
export function usageCommands(forms: readonly string[], context: PageContext): string[] {
  const lead = leadOf(forms, context);
  const names = new Set<string>();
  let count = 0;
  for (const form of forms) {
    const found = formCommands(form, lead);
    if (found.length > 0) count += found.length > 1 ? LEAST_FORMS : 1;
    for (const name of found) names.add(name);
  }
  if (count >= LEAST_FORMS && names.size >= LEAST_FORMS) return [...names];
  return forms.length === 1 && marksArguments(forms[0] as string, [...names]) ? [...names] : [];
}

// `git hook run [--quiet] <name>`: where arguments stand in angle brackets, a bare word before an option is no argument.
function marksArguments(form: string, names: readonly string[]): boolean {
  const [name] = names;
  if (name === undefined || names.length > 1) return false;
  const behind = form.slice(form.indexOf(` ${name} [-`) + name.length + 2);
  return form.includes(` ${name} [-`) && /(?:^|\s)\[?<[^<>]+>/.test(behind);
}

/** Usage lines of the command itself, without those of its subcommands. */
export function ownForms(
  forms: readonly string[],
  context: PageContext,
  subcommands: readonly string[],
): string[] {
  const lead = leadOf(forms, context);
  return forms.filter((form) => !formCommands(form, lead).some((name) => subcommands.includes(name)));
}

// The program's name as the lines write it, which may be a path, or another name than the caller's.
function leadOf(forms: readonly string[], { program, path }: PageContext): string[] {
  const words = program?.split(/\s+/) ?? [];
  const isNamed = forms.some((form) => words.length > 0 && form.startsWith(`${program} `));
  return [...(isNamed ? words : [forms[0]?.split(' ', 1)[0] ?? '']), ...path];
}

function formCommands(form: string, lead: readonly string[]): string[] {
  const words = withoutOptions(form).split(/\s+/);
  const isLed = lead.length > 0 && lead.every((word, index) => words[index] === word);
  return isLed ? wordsOf(words.slice(lead.length)) : [];
}

function wordsOf(words: readonly string[]): string[] {
  const word = (words.find((candidate) => !candidate.startsWith('-')) ?? '').replace(
    /^\[(?=\p{Ll}[^\]]*$)/u,
    '',
  );
  const alternatives = (ALTERNATIVES.exec(word)?.[1] ?? '').split('|').filter((part) => part !== '');
  if (alternatives.length > 1) return alternatives.every(isCommand) ? alternatives : [];
  return isCommand(word) ? [word] : [];
}

// Takes out groups that begin with a flag, `[--ref <ref>]`, and the place of the options.
function withoutOptions(form: string): string {
  let text = '';
  let depth = 0;
  for (let at = 0; at < form.length; at++) {
    const isGroup = depth > 0 || /^\[(?:-|<?(?:options?|flags?)>?\])/i.test(form.slice(at, at + 12));
    if (isGroup && form[at] === '[') depth++;
    if (depth === 0) text += form[at];
    else if (form[at] === ']') depth--;
  }
  return text.replaceAll(/\s+/g, ' ').trim();
}

function isCommand(word: string): boolean {
  return COMMAND.test(word) && !ARGUMENTS.test(word);
}
