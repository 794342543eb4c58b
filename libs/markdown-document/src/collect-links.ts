import type { AnchorSource } from './anchors';
import { bareUrlsIn } from './bare-urls';
import type { DocumentText } from './document-text';
import { headingText } from './heading-text';
import { linksOfTag } from './html-links';
import { decodeEntities, type HtmlTag, htmlText, scanHtml } from './html-tags';
import type { ContentPlace } from './link-places';
import { createLinkParser, type InlineFinds, type LinkEnvironment } from './link-parser';
import type { DocumentLink, TextRange } from './linked-document';
import type { Token } from './parse-tokens';

/** A link with its place. */
export interface PlacedLink extends DocumentLink {
  readonly place: ContentPlace;
  /** Offsets in the content of the place. */
  readonly start: number;
  readonly end: number;
  /** Where the address is written, when that is known already. */
  readonly written?: TextRange;
}

/** What else counts as a link. */
export interface CollectOptions {
  /** `https://…`, `www.…` and mail addresses in running text, which GitHub makes links. */
  readonly bareUrls?: boolean;
}

/** What one pass over a document finds. */
export interface Collected {
  readonly links: readonly PlacedLink[];
  readonly anchorSources: () => readonly AnchorSource[];
}

const parser = createLinkParser();

/**
 * Finds the links of a document, and what its anchors are made of.
 *
 * @req FP-LINK-003
 */
export function collectLinks(document: DocumentText, { bareUrls = false }: CollectOptions): Collected {
  const tokens: Token[] = [];
  const environment: LinkEnvironment = {};
  parser.block.parse(document.source, parser, environment, tokens);
  const walk = new Walk(document, environment, bareUrls);
  for (let index = 0; index < tokens.length; index++) walk.visit(tokens[index] as Token, tokens[index - 1]);
  return { links: walk.links, anchorSources: () => walk.anchorSources.map((get) => get()) };
}

/** One pass over the tokens of a document, which has to know what is open around a token. */
class Walk {
  readonly links: PlacedLink[] = [];
  /** Texts of headings are made when anchors are asked for. */
  readonly anchorSources: (() => AnchorSource)[] = [];
  private readonly defined = new Set<string>();
  private row: { readonly line: number; readonly cells: string[] } | undefined;
  private isHidden = false;
  private htmlHeading: string[] | undefined;

  constructor(
    private readonly document: DocumentText,
    private readonly environment: LinkEnvironment,
    private readonly bareUrls: boolean,
  ) {}

  visit(token: Token, previous: Token | undefined): void {
    switch (token.type) {
      case 'tr_open':
        this.row = { line: token.map?.[0] ?? 0, cells: [] };
        break;
      case 'table_close':
        this.row = undefined;
        break;
      case 'html_block':
        this.visitHtml({ content: token.content, line: token.map?.[0] ?? 0 }, 0, token.content);
        break;
      case 'reference_definition':
        this.define(token);
        break;
      case 'inline':
        this.visitInline(token, previous);
    }
  }

  private define(token: Token): void {
    const label = String((token.meta as { label?: unknown } | null)?.label);
    const target = this.environment.references?.[label]?.href;
    // The first definition of a label counts; a footnote is none.
    if (this.isHidden || target === undefined || label.startsWith('^') || this.defined.has(label)) return;
    this.defined.add(label);
    const [line, after] = token.map ?? [0, 0];
    const content = this.document.lines().slice(line, after).join('\n');
    const place = { content, line };
    this.links.push({ kind: 'definition', target, place, start: content.indexOf('['), end: content.length });
  }

  private visitInline(token: Token, previous: Token | undefined): void {
    const { content } = token;
    const cell = this.row && { row: this.row.cells, index: this.row.cells.push(content) - 1 };
    if (this.isHidden) return;
    const place: ContentPlace = { content, line: token.map?.[0] ?? this.row?.line ?? 0, cell };
    const isHeading = previous?.type === 'heading_open';
    // One that was never closed ends where the next one begins.
    if (isHeading) this.htmlHeading = undefined;
    if (isHeading) this.anchorSources.push(...headingSources(content, this.environment));
    this.htmlHeading?.push(headingText(content, this.environment));
    if (this.mayHoldLinks(content)) this.findLinks(place);
  }

  private mayHoldLinks(content: string): boolean {
    if (content.includes('](') || content.includes('<') || content.includes('][')) return true;
    return this.bareUrls && /:\/\/|www\.|@/i.test(content);
  }

  private findLinks(place: ContentPlace): void {
    const covered: TextRange[] = [];
    const finds: InlineFinds = {
      link: (link) => void this.links.push({ ...link, place }),
      html: (start, html) => this.visitHtml(place, start, html),
      undefinedReference: (start, label) =>
        void this.links.push({ kind: 'undefined-reference', target: label, place, start, end: start }),
      covered: (start, end) => void (this.bareUrls && covered.push({ start, end })),
    };
    this.environment.finds = finds;
    parser.inline.parse(place.content, parser, this.environment, []);
    if (!this.bareUrls) return;
    for (const bare of bareUrlsIn(place.content, covered)) this.links.push({ ...bare, kind: 'bare', place });
  }

  private visitHtml(place: ContentPlace, offset: number, html: string): void {
    if (this.isHidden && !html.includes('-->')) return;
    const from = this.isHidden ? html.indexOf('-->') + 3 : 0;
    const { tags, endsInComment } = scanHtml(from === 0 ? html : `${' '.repeat(from)}${html.slice(from)}`);
    this.isHidden = endsInComment;
    let headingFrom = 0;
    for (const tag of tags) {
      this.linkTag(place, offset, tag);
      if (/^h[1-6]$/.test(tag.name)) headingFrom = this.visitHeadingTag(tag, html, headingFrom);
    }
    if (this.htmlHeading !== undefined) this.htmlHeading.push(html.slice(headingFrom));
  }

  private linkTag(place: ContentPlace, offset: number, tag: HtmlTag): void {
    for (const { target, start, end } of linksOfTag(tag)) {
      const written = { start: offset + start, end: offset + end };
      this.links.push({
        kind: 'html',
        target,
        place,
        start: offset + tag.start,
        end: offset + tag.end,
        written,
      });
    }
    for (const { name, written } of tag.attributes) {
      const value = decodeEntities(written);
      const isAnchor = value !== '' && !tag.isClosing && (name === 'id' || name === 'name');
      if (isAnchor) this.anchorSources.push(() => ({ kind: 'id', id: value }));
    }
  }

  /** A heading written as HTML may have Markdown between its tags. Gives the offset from which text is part of it. */
  private visitHeadingTag(tag: HtmlTag, html: string, from: number): number {
    if (!tag.isClosing) {
      this.htmlHeading = [];
      return tag.end;
    }
    if (this.htmlHeading !== undefined) {
      const pieces = [...this.htmlHeading, html.slice(from, tag.start)];
      this.anchorSources.push(() => ({ kind: 'heading', text: htmlText(pieces.join('')) }));
    }
    this.htmlHeading = undefined;
    return from;
  }
}

/** `{#id}` at the end of a heading is an id of its own for many renderers, and text for GitHub: both lead there. */
function headingSources(content: string, environment: LinkEnvironment): (() => AnchorSource)[] {
  const heading = (text: string) => (): AnchorSource => ({
    kind: 'heading',
    text: headingText(text, environment),
  });
  const [mark, id] = /\{#([^\s{}]+)\}$/.exec(content) ?? [];
  if (mark === undefined || id === undefined) return [heading(content)];
  return [heading(content), () => ({ kind: 'id', id }), heading(content.slice(0, -mark.length).trimEnd())];
}
