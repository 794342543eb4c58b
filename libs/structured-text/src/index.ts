export { findingAt, textDocument, type LocatedDocument } from './located-document';
export { nearest } from './nearest';
export { offsetTooDeep, parseJson, TOO_DEEP } from './parse-json';
export { parseLocated } from './parse-located';
export { parseYaml } from './parse-yaml';
export { fromPointer, positionOfPointer, toPointer } from './pointer';
export { positionOfOffset, positionsIn } from './position';
export { parseWrittenJson, repeatedKeyFindings } from './repeated-keys';
export { codeBlock, codeSpan, escapeMarkdown, literalSpan, paragraphsOf, table } from './markdown';
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
