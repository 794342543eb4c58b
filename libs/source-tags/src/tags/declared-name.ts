import { afterBlanks, type SourceText } from '../source-text';
import { titleAt } from './title-calls';

/** How far a declaration is looked for behind a tag. */
const REACH = 400;

/** What may stand between a tag and the declaration: annotations and attributes. */
const ATTRIBUTE =
  /^\s{0,200}(?:@[\w.:]{1,100}(?:\s{0,8}\([^()]{0,200}\))?|#!?\[[^\]]{0,200}\]|\[[A-Z][^\]]{0,200}\])/;
const KEYWORD =
  /(?:^|[\s(])(?:function\s{0,4}\*?|class|interface|enum|struct|trait|type|namespace|module|object|record|def|defp|defmodule|fn|func|fun|sub|const|let|var|val|static|impl|protocol|extension|macro_rules!)\s{1,8}([A-Za-z_$][\w$.]{0,199})/u;
const CALLED = /([A-Za-z_$][\w$]{0,199})\s{0,8}\(/gu;
const CONTROL = new Set('if for while switch catch return function super await new throw'.split(' '));
/** What follows the parameters of a declaration, and not the arguments of a call. */
const BODY = /^\s{0,20}(?:[:{]|->|=>|throws\b|const\b|override\b|noexcept\b|where\b|async\b)/;

/** The name of what is declared behind an offset, or the title of the test there; empty where something else comes. */
export function declaredName(source: SourceText, from: number): string {
  const start = afterAttributes(source.code, from);
  const title = titleAt(source, afterBlanks(source.code, start));
  if (title !== undefined) return title;
  const head = source.code.slice(start, start + REACH);
  const [statement = ''] = /^[^;{}=]*/.exec(head) ?? [];
  const byKeyword = KEYWORD.exec(` ${statement}`)?.[1];
  if (byKeyword !== undefined) return byKeyword;
  for (const { 1: name = '', 0: whole, index } of statement.matchAll(CALLED)) {
    const close = source.closeOf(start + index + whole.length - 1);
    if (!CONTROL.has(name) && close !== undefined && BODY.test(source.code.slice(close + 1, close + 40)))
      return name;
  }
  return '';
}

function afterAttributes(code: string, from: number): number {
  let at = from;
  for (let count = 0; count < 8; count += 1) {
    const attribute = ATTRIBUTE.exec(code.slice(at, at + REACH * 2));
    if (attribute === null) return at;
    at += attribute[0].length;
  }
  return at;
}
