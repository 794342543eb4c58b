export {
  EMPTY_LOCK,
  isDirectoryName,
  LOCK_FILE,
  lockJsonSchema,
  lockText,
  parseLock,
  type Lock,
  type LockedArtifact,
} from './lock';
export {
  describeOrigin,
  isExactSpec,
  isRepository,
  parseOriginSpec,
  type GithubOrigin,
  type NpmOrigin,
  type Origin,
  type OriginSpec,
} from './origin';
export { readPinnedArtifacts, type Digest, type PinnedArtifact } from './pinned-artifacts';
