import { EMBEDDED } from './languages';
import { Lexer } from './lexer';
import { commentToken, type Token } from './token';

/** The comments of markup, and the tokens of the scripts and styles in it. */
export function lexMarkup(text: string): Token[] {
  const tokens: Token[] = [];
  const opening = /<!--|<(script|style)\b[^>]{0,2000}>/giu;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const element = match[1]?.toLowerCase();
    const from = opening.lastIndex;
    const end = element === undefined ? endOfComment(text, from) : startOfEnd(text, from, element);
    if (element === undefined) tokens.push(commentToken(match.index, end));
    else tokens.push(...embedded(element, text.slice(from, end), from));
    opening.lastIndex = end;
  }
  return tokens;
}

function endOfComment(text: string, from: number): number {
  const end = text.indexOf('-->', from);
  return end === -1 ? text.length : end + 3;
}

function startOfEnd(text: string, from: number, element: string): number {
  const closing = new RegExp(`</${element}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(text)?.index ?? text.length;
}

function embedded(element: string, text: string, by: number): Token[] {
  const language = EMBEDDED[element];
  if (language === undefined) return [];
  return new Lexer(language, text).tokens().map(({ kind, ...places }) => ({
    kind,
    start: places.start + by,
    end: places.end + by,
    textStart: places.textStart + by,
    textEnd: places.textEnd + by,
    literal: places.literal + by,
  }));
}
