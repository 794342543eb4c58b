import { canBeginRegex } from './can-begin-regex';
import type { BlockComment, Closing, Hole, Language, LexicalRule, StringRule } from './language';
import { commentToken, type Token } from './token';

/** A string that has been left for the code in it. */
interface OpenString {
  readonly rule: StringRule;
  readonly hole: Hole;
  readonly close: string;
  readonly literal: number;
  /** Brackets that are open in the code. */
  depth: number;
}

const openers = new WeakMap<Language, RegExp>();

/** Finds the comments and strings of a text, in time that is linear in its length. */
export class Lexer {
  private readonly found: Token[] = [];
  private readonly open: OpenString[] = [];
  /** Up to where a rule has been tried in vain on a line, so that no line is searched twice. */
  private readonly vain = new Map<LexicalRule, number>();
  private lines: Map<string, number[]> | undefined;
  private at = 0;

  constructor(
    private readonly language: Language,
    private readonly text: string,
  ) {}

  tokens(): Token[] {
    const opener = openerOf(this.language);
    while (this.at < this.text.length) {
      opener.lastIndex = this.at;
      const match = opener.exec(this.text);
      if (match === null) break;
      this.at = opener.lastIndex;
      const index = match.findIndex((group, place) => place > 0 && group !== undefined) - 1;
      const rule = this.language.rules[index];
      if (rule === undefined) this.bracket(match[0], match.index);
      else this.begin(rule, match.index, match[0]);
    }
    return this.found;
  }

  private begin(rule: LexicalRule, start: number, opened: string): void {
    switch (rule.kind) {
      case 'line':
        return this.lineComment(start);
      case 'block':
        return this.blockComment(rule, start, opened);
      case 'string':
        return this.string(rule, start, closingOf(rule.close, opened));
      case 'slashes':
        return this.regex(rule, start);
      case 'heredoc':
        return this.heredoc(opened);
      case 'literal':
    }
  }

  /** Comments on lines that follow one another are one comment. */
  private lineComment(start: number): void {
    this.at = this.lineEnd(this.at);
    const last = this.found.at(-1);
    const isNext = last?.kind === 'comment' && isLineBreak(this.text.slice(last.end, start));
    if (isNext) this.found.pop();
    this.found.push(commentToken(isNext ? last.start : start, this.at));
  }

  private blockComment({ close, nested }: BlockComment, start: number, opened: string): void {
    const closing = closingOf(close, opened);
    let end = nested === undefined ? this.indexAfter(closing, this.at) : this.text.length;
    if (nested !== undefined) {
      const parts = new RegExp(`${literally(nested)}|${literally(closing)}`, 'g');
      parts.lastIndex = this.at;
      let depth = 1;
      for (let part = parts.exec(this.text); part !== null; part = depth > 0 ? parts.exec(this.text) : null) {
        depth += part[0] === closing ? -1 : 1;
        if (depth === 0) end = parts.lastIndex;
      }
    }
    this.at = end;
    this.found.push(commentToken(start, end));
  }

  private string(rule: StringRule, start: number, close: string): void {
    if (start < (this.vain.get(rule) ?? 0)) return;
    if (isPlain(rule)) return this.plainString(start, close);
    this.stringFrom(rule, { start, textStart: this.at, literal: start }, close);
  }

  private plainString(start: number, close: string): void {
    const textStart = this.at;
    const textEnd = this.text.indexOf(close, textStart);
    this.at = textEnd === -1 ? this.text.length : textEnd + close.length;
    const place = { start, end: this.at, textStart, textEnd: textEnd === -1 ? this.at : textEnd };
    this.found.push({ kind: 'string', ...place, literal: start });
  }

  /** Goes on with a string to its end, to the next code in it, or, where neither is on the line, back behind its quote. */
  private stringFrom(
    rule: StringRule,
    { start, textStart, literal }: Pick<Token, 'start' | 'textStart' | 'literal'>,
    close: string,
  ): void {
    const part = partsOf(rule, close);
    part.lastIndex = textStart;
    for (let match = part.exec(this.text); match !== null; match = part.exec(this.text)) {
      const [what] = match;
      const end = part.lastIndex;
      if (what === close || what === rule.hole?.open) {
        this.found.push({ kind: 'string', start, end, textStart, textEnd: match.index, literal });
        this.at = end;
        if (rule.hole !== undefined && what !== close)
          this.open.push({ rule, hole: rule.hole, close, literal, depth: 0 });
        return;
      }
      if (what === '\n') {
        this.vain.set(rule, match.index);
        this.at = textStart;
        return;
      }
    }
    const end = this.text.length;
    if (rule.multiline) this.found.push({ kind: 'string', start, end, textStart, textEnd: end, literal });
    else this.vain.set(rule, end);
    this.at = rule.multiline ? end : textStart;
  }

  /** Counts the brackets of code in a string, which goes on behind the last one. */
  private bracket(what: string, start: number): void {
    const inner = this.open.at(-1);
    if (inner === undefined) return;
    const { hole } = inner;
    if (what === hole.deeper) inner.depth += 1;
    else if (what === hole.close && inner.depth > 0) inner.depth -= 1;
    else if (what === hole.close) {
      this.open.pop();
      this.stringFrom(inner.rule, { start, textStart: this.at, literal: inner.literal }, inner.close);
    }
  }

  private regex(rule: LexicalRule, start: number): void {
    if (start < (this.vain.get(rule) ?? 0) || !canBeginRegex(this.text, start, this.found)) return;
    const part = /\\.|[[\]/\n]/g;
    part.lastIndex = this.at;
    let inClass = false;
    for (let match = part.exec(this.text); match !== null; match = part.exec(this.text)) {
      const [what] = match;
      if (what === '\n') break;
      if (what === '[') inClass = true;
      else if (what === ']') inClass = false;
      else if (what === '/' && !inClass) {
        const [end, textStart] = [part.lastIndex, this.at];
        this.found.push({ kind: 'string', start, end, textStart, textEnd: end - 1, literal: start });
        this.at = end;
        return;
      }
    }
    this.vain.set(rule, this.lineEnd(start));
  }

  /** One whose end is nowhere is none: what looked like it was an operator. */
  private heredoc(opened: string): void {
    const word = /\w+(?=["']?$)/.exec(opened)?.[0] ?? '';
    const from = this.lineEnd(this.at);
    const end = firstAfter(this.lineStarts().get(word) ?? [], from);
    if (end === undefined) return;
    this.found.push({ kind: 'string', start: from, end, textStart: from, textEnd: end, literal: from });
    this.at = end;
  }

  /** Where the lines begin that hold one word alone. */
  private lineStarts(): Map<string, number[]> {
    if (this.lines !== undefined) return this.lines;
    const lines = new Map<string, number[]>();
    for (const { 1: word = '', index } of this.text.matchAll(/^[ \t]{0,200}(\w{1,100})[;,)]{0,3}\r?$/gm)) {
      const starts = lines.get(word);
      if (starts === undefined) lines.set(word, [index]);
      else starts.push(index);
    }
    this.lines = lines;
    return lines;
  }

  private lineEnd(from: number): number {
    const end = this.text.indexOf('\n', from);
    return end === -1 ? this.text.length : end;
  }

  private indexAfter(what: string, from: number): number {
    const start = this.text.indexOf(what, from);
    return start === -1 ? this.text.length : start + what.length;
  }
}

function closingOf(close: Closing, opened: string): string {
  return typeof close === 'string' ? close : close(opened);
}

/** One search for everything a token can begin with; brackets count where strings hold code. */
function openerOf(language: Language): RegExp {
  const known = openers.get(language);
  if (known !== undefined) return known;
  const holes = language.rules.flatMap((rule) => (rule.kind === 'string' ? (rule.hole ?? []) : []));
  const brackets = holes.map(({ deeper, close }) => `${literally(deeper)}|${literally(close)}`);
  const parts = [...language.rules.map(({ open }) => `(${open})`), ...brackets];
  const opener = new RegExp(parts.join('|'), 'gmu');
  openers.set(language, opener);
  return opener;
}

/** Whether a string ends where its closing stands first. */
function isPlain({ escape, multiline, hole }: StringRule): boolean {
  return escape === undefined && hole === undefined && multiline === true;
}

const searches = new WeakMap<StringRule, RegExp>();

/** What matters inside of a string: its end, code in it, escapes, and the end of the line where that ends it. Its closing is always the same. */
function partsOf(rule: StringRule, close: string): RegExp {
  const known = searches.get(rule);
  if (known !== undefined) return known;
  const { escape, multiline, hole } = rule;
  const end = literally(close);
  const parts = [
    ...(hole === undefined ? [] : [literally(hole.open)]),
    ...(escape === 'backslash' ? ['\\\\[\\s\\S]'] : escape === 'doubled' ? [`${end}${end}`] : []),
    end,
    ...(multiline ? [] : ['\\n']),
  ];
  const search = new RegExp(parts.join('|'), 'g');
  searches.set(rule, search);
  return search;
}

/** Whether there is nothing but the end of a line and an indentation. */
function isLineBreak(text: string): boolean {
  return text.length < 200 && /^\r?\n[ \t]*$/.test(text);
}

/** The first of some numbers in order that is greater than another one. */
function firstAfter(numbers: readonly number[], bound: number): number | undefined {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) <= bound) low = middle + 1;
    else high = middle;
  }
  return numbers[low];
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
