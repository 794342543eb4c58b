import type * as ContractConfig from './contract-config';

/** What reads contracts, loaded where there are any: most workspaces have none, and pay nothing for it on every command. */
export function contractLibrary(): typeof ContractConfig {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the only way to load a module late and at once
  return require('./contract-config') as typeof ContractConfig;
}
