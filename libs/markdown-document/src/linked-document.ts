import type { Position } from '@fixpoint/model';
import { anchorsOf, type Anchors } from './anchors';
import { collectLinks, type CollectOptions, type PlacedLink } from './collect-links';
import { documentText } from './document-text';
import { pointOf } from './link-places';
import { targetRange } from './target-range';

/** How a link is written. */
export type LinkKind = 'link' | 'image' | 'definition' | 'autolink' | 'html' | 'bare' | 'undefined-reference';

/** A link of a document. */
export interface DocumentLink {
  readonly kind: LinkKind;
  /** The address as a browser gets it, escapes of Markdown and HTML resolved; of an undefined reference its label. */
  readonly target: string;
}

/** Part of a text: UTF-16 offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** The links of a document and what links can lead to in it. */
export interface LinkedDocument {
  /** What leads somewhere. A link by reference is not among them, its definition is. */
  readonly links: readonly DocumentLink[];
  /** Found when they are asked for. */
  anchors(): Anchors;
  /** Where a link of this document begins. */
  positionOf(link: DocumentLink): Position;
  /** Where its address is written, in the text as it was read; undefined where that cannot be told. */
  targetRangeOf(link: DocumentLink): TextRange | undefined;
}

/**
 * Reads the links of a Markdown text (CommonMark, tables, HTML): inline links, pictures, definitions, autolinks, and addresses in tags.
 * What stands in code, comments and front matter is none. Positions cost nothing until they are asked for.
 *
 * @param text any text; CRLF and a byte order mark are as they are in the positions
 *
 * @req FP-LINK-003
 */
export function parseLinkedDocument(text: string, options: CollectOptions = {}): LinkedDocument {
  const document = documentText(text);
  const { links, anchorSources } = collectLinks(document, options);
  const pointed = (link: DocumentLink, offset: number) =>
    pointOf(document.lines(), (link as PlacedLink).place, offset);
  let anchors: Anchors | undefined;
  return {
    links,
    anchors: () => (anchors ??= anchorsOf(anchorSources())),
    positionOf: (link) => {
      const { line, column } = pointed(link, (link as PlacedLink).start);
      return { line: line + 1, column: column + 1 };
    },
    targetRangeOf: (link) => {
      const range = targetRange(link as PlacedLink);
      if (range === undefined) return undefined;
      const [from, to] = [pointed(link, range.start), pointed(link, range.end)];
      return { start: document.offsetOf(from.line, from.column), end: document.offsetOf(to.line, to.column) };
    },
  };
}
