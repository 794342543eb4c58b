export { createDependencies, createNodes, createNodesV2, name } from './plugin';
export { normalizeOptions, type FixpointPluginOptions } from './options';
export { toManifestRoot } from './manifest-root';
export { inferTargets } from './targets';
