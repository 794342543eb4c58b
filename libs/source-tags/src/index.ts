export { idsInProse } from './ids-in-prose';
export { namedIds, type NamedId } from './named-ids';
export { LONGEST_SOURCE, tagReader } from './tag-reader';
export type {
  Certainty,
  SourceFile,
  SourceKind,
  SourceTag,
  SourceTags,
  TagProblem,
  TagRules,
} from './source-tag';
