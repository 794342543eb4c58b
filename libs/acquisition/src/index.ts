export {
  acquireArtifact,
  artifactDirectory,
  ARTIFACTS_DIRECTORY,
  isAcquired,
  pinArtifact,
  type PinRequest,
} from './acquire-artifact';
export { DEFAULT_NETWORK, type Limits, type Network } from './source';
