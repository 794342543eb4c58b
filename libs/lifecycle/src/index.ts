export { versionMetadataDerivation } from './version-metadata/version-metadata-derivation';
export {
  createWrapperValidateDerivation,
  WRAPPER_VALIDATE,
} from './wrapper-validate/wrapper-validate-derivation';
export type { FindExecutable, FoundExecutable, WantedExecutable } from './wrapper-validate/find-executable';
export type { MetadataFacts, VersionFacts } from './version-metadata/metadata-facts';
export { collectPromotion, type PromotionFacts, type PromotionRequest } from './promote/promotion-facts';
export { planPromotion } from './promote/plan-promotion';
export type { PlannedChange, PromotionPlan } from './promote/promotion-plan';
export { renderPromotion } from './promote/render-promotion';
export { collectRetention, type RetentionFacts } from './retain/retention-facts';
export { planRetention, type RetentionPlan } from './retain/plan-retention';
export { describeRetention, targetsAfterPruning } from './retain/describe-retention';
