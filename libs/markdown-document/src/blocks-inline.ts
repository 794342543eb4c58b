import type { Token } from './parse-tokens';

/** What a part of a text is marked as. Struck text is marked as such where `~~` does it. */
export type SpanKind = 'code' | 'link' | 'strong' | 'struck';

/** A part of the text of a block. */
export interface MarkedSpan {
  readonly kind: SpanKind;
  /** Offsets in the text; `end` is behind it. */
  readonly start: number;
  readonly end: number;
}

/** The text of a block as it is read, and where each of its characters stands in the source. */
export interface InlineText {
  readonly text: string;
  readonly spans: readonly MarkedSpan[];
  /** For each character of the text, its offset in the source of the block. */
  readonly offsets: readonly number[];
}

const OPENING: Readonly<Record<string, SpanKind>> = {
  link_open: 'link',
  strong_open: 'strong',
  s_open: 'struck',
};
const CLOSING: Readonly<Record<string, SpanKind>> = {
  link_close: 'link',
  strong_close: 'strong',
  s_close: 'struck',
};

/** Reads inline tokens: their text without markup, HTML and pictures, what is marked in it, and where it comes from. */
export function inlineText({ content, children }: Pick<Token, 'content' | 'children'>): InlineText {
  const reading = new Reading(content);
  for (const child of children ?? []) readChild(reading, child);
  return { text: reading.text, spans: reading.spans, offsets: reading.offsets };
}

function readChild(reading: Reading, child: Token): void {
  const [opening, closing] = [OPENING[child.type], CLOSING[child.type]];
  if (child.type === 'text') reading.add(child.content);
  else if (child.type === 'softbreak' || child.type === 'hardbreak') reading.breakLine();
  else if (child.type === 'code_inline') reading.addCode(child);
  else if (child.type === 'html_inline') reading.skipHtml(child.content);
  else if (child.type === 'image') reading.skipTarget('![', child.content);
  else if (opening !== undefined) reading.open(opening, child.markup);
  else if (closing !== undefined) reading.close(closing, child.markup);
  else reading.skip(child.markup);
}

/** Follows the tokens through the source, so that each character has its place. */
class Reading {
  text = '';
  readonly offsets: number[] = [];
  readonly spans: MarkedSpan[] = [];
  private readonly starts: { readonly kind: SpanKind; readonly start: number }[] = [];
  private at = 0;

  constructor(private readonly source: string) {}

  /** Escapes and entities are longer in the source than in the text. */
  add(content: string): void {
    if (this.source.startsWith(content, this.at)) {
      for (let index = 0; index < content.length; index += 1)
        this.put(content.charAt(index), this.at + index);
      this.at += content.length;
      return;
    }
    for (let index = 0; index < content.length; index += 1) this.follow(content.charAt(index));
  }

  addCode({ content, markup }: Token): void {
    this.skip(markup);
    const start = this.text.length;
    const found = this.source.indexOf(content, this.at);
    // Line ends inside of code are blanks in the text.
    const from = found === -1 ? this.at : found;
    for (let index = 0; index < content.length; index += 1) this.put(content.charAt(index), from + index);
    this.at = from + content.length;
    this.spans.push({ kind: 'code', start, end: this.text.length });
    this.skip(markup);
  }

  breakLine(): void {
    const end = this.source.indexOf('\n', this.at);
    this.put(' ', end === -1 ? this.at : end);
    this.at = end === -1 ? this.at : end + 1;
    while (this.source[this.at] === ' ' || this.source[this.at] === '\t') this.at += 1;
  }

  skipHtml(html: string): void {
    const [, close, name = ''] = /^<(\/?)(\w+)/.exec(html) ?? [];
    if (/^br$/i.test(name)) this.put(' ', this.at);
    this.skip(html);
    if (!/^(?:code|kbd|samp)$/i.test(name)) return;
    if (close === '') this.open('code', '');
    else this.close('code', '');
  }

  open(kind: SpanKind, markup: string): void {
    this.skip(kind === 'link' ? '[' : markup);
    this.starts.push({ kind, start: this.text.length });
  }

  close(kind: SpanKind, markup: string): void {
    const index = this.starts.findLastIndex((start) => start.kind === kind);
    const [opened] = index === -1 ? [] : this.starts.splice(index, 1);
    if (opened !== undefined) this.spans.push({ kind, start: opened.start, end: this.text.length });
    if (kind === 'link') this.skipTarget('', '');
    else this.skip(markup);
  }

  /** Leaves `](target "title")`, `][label]` and `>` behind. */
  skipTarget(opening: string, content: string): void {
    this.skip(opening);
    this.skip(content);
    const [target] =
      /^\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])?|^>/.exec(
        this.source.slice(this.at, this.at + 2_000),
      ) ?? [];
    this.at += target?.length ?? 0;
  }

  skip(markup: string): void {
    const found = markup === '' ? -1 : this.source.indexOf(markup, this.at);
    if (found !== -1) this.at = found + markup.length;
  }

  private follow(character: string): void {
    const [entity] = /^&(?:#\w{1,8}|\w{1,32});/.exec(this.source.slice(this.at, this.at + 40)) ?? [];
    if (entity !== undefined && character !== '&') {
      this.put(character, this.at);
      this.at += entity.length;
      return;
    }
    if (this.source[this.at] === '\\' && this.source[this.at + 1] === character) this.at += 1;
    this.put(character, this.at);
    this.at += entity !== undefined && /^&amp;$/i.test(entity) ? entity.length : 1;
  }

  private put(character: string, offset: number): void {
    this.text += character;
    this.offsets.push(Math.min(offset, this.source.length));
  }
}
