export { readFeature } from './feature/read-feature';
export type {
  Feature,
  FeaturePickle,
  FeatureScenario,
  FeatureStep,
  FeatureTag,
  TagHolder,
} from './feature/feature';
