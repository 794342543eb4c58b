import type * as Toml from 'smol-toml';

/** The TOML library, loaded when a registry is met; few roots have one. */
export function toml(): typeof Toml {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the only way to load a module late and at once
  return require('smol-toml') as typeof Toml;
}
