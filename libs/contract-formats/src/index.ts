export type * from './config';
export type * from './interaction';
export { GENERATED_LIST, GENERATED_SCHEMAS, outputsOfContracts } from './outputs';
export { emissionPatternProblem } from './emission-pattern';
export {
  editedOrphanFindings,
  findOrphans,
  fingerprintOf,
  generatedHeader,
  readFingerprints,
  readGeneratedList,
  renderGeneratedList,
} from './generated-list';
export type { GeneratedEntry, GeneratedListOwner, GeneratedState, Orphans } from './generated-list';
export { INTEGER_FORMATS, isIntegerWithin } from './integer-formats';
