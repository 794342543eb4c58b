export { createDependencies, createNodes, createNodesV2, name } from './plugin';
export {
  normalizeOptions,
  PLUGIN_OPTIONS,
  type DescribedOption,
  type FixpointPluginOptions,
} from './options';
export { toManifestRoot } from './manifest-root';
export { inferTargets } from './targets';
