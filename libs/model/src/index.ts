export type { Artifact, RelativePath } from './artifact';
export { isRelativeGlob, isRelativePath } from './artifact';
export type { Drift, DriftKind } from './drift';
export type { Finding, Position, Severity, ViolationKeys } from './finding';
export { compareFindings, compareText } from './finding';
export type { Result } from './result';
export { failure, failureOf, success, successInPart } from './result';
export { ConfigError, InternalError, ToolError } from './errors';
export type { ToolErrorOptions } from './errors';
export type { Outcome, Report, Verdict } from './verdict';
export { EXIT_CODES, OUTCOME_MEANINGS, worseOutcome } from './verdict';
export type {
  BinaryFile,
  BinaryPort,
  FilePort,
  HistoryPort,
  InstalledPackage,
  LoadedModule,
  MachinePort,
  ModulePort,
  MergeBase,
  MovedFile,
  NetworkAnswer,
  NetworkPort,
  NetworkProblem,
  NetworkRequest,
  PackageFile,
  PackagePort,
  Ports,
  ProcessPort,
  ProcessRequest,
  ProcessResult,
  ProgressPort,
  ScratchPort,
  WorkspaceEntry,
  WorkspacePort,
} from './ports';
export type { AnyDerivation, Derivation, Derived, Scope, VersionClaim } from './derivation';
export { escapeGlob, readNamedDirectory, readNamedFile, relativePath, resolvePath } from './outside-files';
export { isOutsideGlob, plainGlob, staticBase } from './glob-parts';
export { readMatching, type FoundFile } from './read-matching';
export { readReadable, type ReadableFiles, type RefusedFile } from './read-readable';
export { readNamedGlobs, type NamedGlobs } from './named-globs';
