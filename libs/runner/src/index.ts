export { acquire, type AcquireRequest } from './acquire';
export { ciMatrix } from './ci-matrix';
export { bootstrapCoverage } from './bootstrap';
export { CONTRACT_TARGETS, FAMILIES, SPEC_TARGETS, type Family, type FamilyConfig } from './families';
export { fixRoot } from './fix-root';
export { fingerprint } from './fingerprint';
export { parseHelp, type FilePageRecord, type ParseHelpRequest, type ParseHelpResult } from './parse-help';
export { releaseWatch, type ReleaseWatch, type ReleaseWatchRequest } from './release-watch';
export { FORMATS, renderVerdicts, withCommand, type Format, type RenderOptions } from './render';
export { renderComparison } from './render-comparison';
export {
  FAIL_ON,
  surfaceDiff,
  type FailOn,
  type SurfaceDiffRequest,
  type SurfaceDiffResult,
} from './surface-diff';
export { renderReleaseWatch, WATCH_FORMATS, type WatchFormat } from './render-release-watch';
export type { StepResult } from './lifecycle-verdict';
export { migrate, type MigrateRequest } from './migrate';
export { promote, type PromoteRequest } from './promote';
export { prove, type ProveRequest } from './prove';
export { retain, type RetainRequest } from './retain';
export type { RootRequest } from './root-place';
export { runTarget, type TargetRequest } from './run-target';
export { TARGETS, type TargetName } from './target-names';
export { createTerminalProgress as terminalProgress } from '@fixpoint/workspace-io';
export { PRODUCT_VERSION } from './version';
