export { blocksOf, type CellPlace, type CodeBlock, type DocumentBlocks, type ProseBlock } from './blocks';
export type { MarkedSpan, SpanKind } from './blocks-inline';
export { headingsOf, plainText, type Heading } from './headings';
export { parseTokens, type Token } from './parse-tokens';
