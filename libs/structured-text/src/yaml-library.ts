import type * as Yaml from 'yaml';

/** The YAML library, loaded when a YAML text is met: it takes longer to load than most commands take to run. */
export function yaml(): typeof Yaml {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the only way to load a module late and at once
  return require('yaml') as typeof Yaml;
}
