export {
  acquireArtifact,
  artifactDirectory,
  ARTIFACTS_DIRECTORY,
  isAcquired,
  pinArtifact,
  type PinRequest,
} from './acquire-artifact';
export {
  EMPTY_LOCK,
  isDirectoryName,
  isExactSpec,
  LOCK_FILE,
  lockJsonSchema,
  lockText,
  parseLock,
  type Lock,
  type LockedArtifact,
} from './lock';
