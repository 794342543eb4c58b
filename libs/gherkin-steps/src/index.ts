export { readFeature } from './feature/read-feature';
export type {
  Feature,
  FeaturePickle,
  FeatureScenario,
  FeatureStep,
  FeatureTag,
  StepKind,
  TagHolder,
} from './feature/feature';
export { scanDefinitions } from './definitions/scan-definitions';
export { readPatternList } from './definitions/read-pattern-list';
export {
  writtenPattern,
  writtenPlace,
  type ParameterTypeDefinition,
  type StepDefinition,
  type StepDefinitions,
  type StepPattern,
} from './definitions/step-definition';
export {
  createStepMatcher,
  type Registered,
  type StepMatch,
  type StepMatcher,
  type UsableDefinition,
} from './matching/step-matcher';
export { createStepSuggester, type StepSuggester } from './matching/suggest-step';
