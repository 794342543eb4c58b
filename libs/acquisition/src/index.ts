export {
  acquireArtifact,
  artifactDirectory,
  ARTIFACTS_DIRECTORY,
  isAcquired,
  pinArtifact,
  type PinRequest,
} from './acquire-artifact';
export { DEFAULT_NETWORK, type Limits, type Network } from './source';
export { listReleased, type Released } from './releases/list-released';
export { releasedVersions, type ReleasedVersion } from './releases/released-versions';
export { createNetworkPort } from './reachability/network-port';
