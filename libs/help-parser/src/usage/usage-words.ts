/** A piece of a usage line. `text` of a placeholder is its name; of a flag, its spelling without a value. */
export interface UsageWord {
  readonly kind: 'flag' | 'placeholder' | 'word' | 'open' | 'close' | 'alternative' | 'repeat' | 'dashes';
  readonly text: string;
  /** For `open`: the group may be left out. For a placeholder: it stood in square brackets. */
  readonly optional: boolean;
}

interface Rule {
  readonly pattern: RegExp;
  read(match: RegExpExecArray): readonly UsageWord[];
}

const word = (kind: UsageWord['kind'], text: string, optional = false): UsageWord => ({
  kind,
  text,
  optional,
});

const FLAGS_PLACE = 'OPTIONS';

// Tried in order at each position; every pattern is anchored by the sticky flag and cannot match the empty string.
const RULES: readonly Rule[] = [
  { pattern: /\.\.\./y, read: (match) => [word('repeat', match[0])] },
  { pattern: /--?(?![^\s\])|])/y, read: (match) => [word('dashes', match[0])] },
  { pattern: /-[^\s[\](){}<>|=,.]*/y, read: (match) => [word('flag', match[0])] },
  { pattern: /<([^<>]*)>/y, read: (match) => readAngle(match[1] as string) },
  {
    pattern: /\[(?:[a-z][\w -]* )?(?:options?|flags?)\]/iy,
    read: () => [word('placeholder', FLAGS_PLACE, true)],
  },
  { pattern: /\[([^\s[\]<>|(){}=-][^\s[\]<>|(){}]*?)(\.\.\.?)?\]/y, read: readSquare },
  { pattern: /[[{(<]/y, read: (match) => [word('open', match[0], match[0] === '[')] },
  { pattern: /[\])}>]/y, read: (match) => [word('close', match[0])] },
  { pattern: /\|/y, read: (match) => [word('alternative', match[0])] },
  { pattern: /[^\s[\](){}<>|.]+|\.+/y, read: (match) => [word('word', match[0])] },
];

/** Cuts a usage line into its pieces; what is not understood is a `word`. Linear in the length of the line. */
export function usageWords(form: string): UsageWord[] {
  const words: UsageWord[] = [];
  let at = 0;
  while (at < form.length) {
    const matched = firstMatch(form, at);
    if (matched !== undefined) words.push(...matched.words);
    at = matched?.end ?? at + 1;
  }
  return words;
}

function firstMatch(form: string, at: number): { words: readonly UsageWord[]; end: number } | undefined {
  for (const rule of RULES) {
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(form);
    if (match !== null) return { words: rule.read(match), end: at + match[0].length };
  }
  return undefined;
}

// `<--stdin|FILE>` is a choice between a flag and an argument, `<AUTO|CIMD>` the name of one value.
function readAngle(inner: string): UsageWord[] {
  const parts = inner.split('|').map((part) => part.trim());
  if (!parts.some((part) => part.startsWith('-'))) return readName(inner.trim(), false);
  const members = parts.flatMap((part) => [
    word('alternative', '|'),
    part.startsWith('-') ? word('flag', part) : word('placeholder', part),
  ]);
  return [word('open', '<'), ...members, word('close', '>')];
}

function readSquare(match: RegExpExecArray): UsageWord[] {
  const name = readName(match[1] as string, true);
  return match[2] === undefined ? name : [...name, word('repeat', match[2])];
}

function readName(name: string, optional: boolean): UsageWord[] {
  const bare = name.replace(/^\.{2,3}|\.{2,3}$/g, '');
  return bare === name
    ? [word('placeholder', name, optional)]
    : [word('placeholder', bare, optional), word('repeat', '...')];
}
