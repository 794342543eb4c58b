import type { Language } from './language';
import { languageOf, MARKUP } from './languages';
import { Lexer } from './lexer';
import { lexMarkup } from './lex-markup';
import { commentToken, type Token } from './token';

/** The comments and strings of a file, in their order. A file of an unknown language is one comment. */
export function lexSource(file: string, text: string): { tokens: Token[]; language?: Language } {
  const language = languageOf(file);
  if (language === undefined) return { tokens: [commentToken(0, text.length)] };
  if (language === MARKUP) return { tokens: lexMarkup(text) };
  return { tokens: new Lexer(language, text).tokens(), language };
}
