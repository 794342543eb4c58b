export { describeHeader, isScript, readExecutableHeader, type ExecutableHeader } from './executable-header';
export { findCandidates, type BinaryCandidate } from './locate';
export { fitOf, matchTarget, readTargetName, type TargetFacts } from './target';
export { parseVersionOutput, type VersionFacts } from './version-output';
