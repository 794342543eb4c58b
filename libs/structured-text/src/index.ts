export { findingAt, textDocument, type LocatedDocument } from './located-document';
export { nearest } from './nearest';
export { offsetTooDeep, parseJson, TOO_DEEP } from './parse-json';
export { parseLocated } from './parse-located';
export { parseYaml } from './parse-yaml';
export { fromPointer, positionOfPointer, toPointer } from './pointer';
export { positionOfOffset, positionsIn } from './position';
export { parseWrittenJson, repeatedKeyFindings } from './repeated-keys';
export { codeBlock, codeSpan, escapeMarkdown, literalSpan, paragraphsOf } from './markdown';
export { counted } from './counted';
export { linkTarget } from './link-target';
export { paddedTable, table } from './table';
export { notUtf8, tooLarge, type TextSize, type UnreadableText } from './unreadable-text';
export {
  count,
  flag,
  isRecord,
  listOf,
  literal,
  nullable,
  oneOf,
  recordOf,
  shapeProblems,
  text,
  type Shape,
  type ShapeProblem,
} from './shape';
