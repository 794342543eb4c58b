import type { Document } from 'yaml';
import { DEEPEST } from './parse-json';
import { yaml } from './yaml-library';

/** The document and a scalar lie on the parser's stack beside the levels. */
const BESIDE_LEVELS = 2;

/** A line whose indentation, or indicators one after the other, may be that many levels: a level takes a column at least. */
const MUCH_INDENTED = new RegExp(`^(?: |[-?:] ){${DEEPEST / 2}}`, 'm');

/**
 * Where a YAML text is nested deeper than a document may be. The library recurses, so that it would be the size of the stack that
 * says so, after a long time and at another place in each run; its parser of tokens does not recurse, and stops at the place.
 *
 * @req FP-DIAG-005
 */
export function yamlOffsetTooDeep(text: string): number | undefined {
  if (!mayBeDeep(text)) return undefined;
  const { Lexer, Parser } = yaml();
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    // Finished documents are given out here and not needed.
    Array.from(parser.next(lexeme));
    if (parser.stack.length > DEEPEST + BESIDE_LEVELS) return parser.offset - lexeme.length;
  }
  return undefined;
}

function mayBeDeep(text: string): boolean {
  let brackets = 0;
  for (const _bracket of text.matchAll(/[[{]/g)) {
    brackets += 1;
    if (brackets > DEEPEST) return true;
  }
  return MUCH_INDENTED.test(text);
}

/** Where a YAML document contains itself through an alias: no text could be written of such a value, and no walk over it would end. */
export function circularAliasOffset(document: Document, text: string): number | undefined {
  if (!text.includes('&') || !text.includes('*')) return undefined;
  const { visit } = yaml();
  let offset: number | undefined;
  visit(document, {
    Alias(_key, alias, path) {
      const target = alias.resolve(document);
      if (target === undefined || !path.includes(target)) return undefined;
      offset = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

/** Why a text that `circularAliasOffset` has a place in is not read. */
export const CIRCULAR_ALIAS = 'the alias stands for something that contains it';
