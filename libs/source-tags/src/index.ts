export { idsInProse } from './ids-in-prose';
export { namedIds, type NamedId } from './named-ids';
export { tagReader } from './tag-reader';
export type {
  Certainty,
  SourceFile,
  SourceKind,
  SourceTag,
  SourceTags,
  TagProblem,
  TagRules,
} from './source-tag';
