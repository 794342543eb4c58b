export { decodePercent, type Anchors } from './anchors';
export { blocksOf, type CellPlace, type CodeBlock, type DocumentBlocks, type ProseBlock } from './blocks';
export type { MarkedSpan, SpanKind } from './blocks-inline';
export { headingsOf, plainText, type Heading } from './headings';
export {
  parseLinkedDocument,
  type DocumentLink,
  type LinkedDocument,
  type LinkKind,
  type TextRange,
} from './linked-document';
export { parseTokens, type Token } from './parse-tokens';
