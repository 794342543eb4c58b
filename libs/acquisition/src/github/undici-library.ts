import type * as Undici from 'undici';

/** The HTTP library, loaded when something is downloaded: most commands never do. */
export function undici(): typeof Undici {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the only way to load a module late and at once
  return require('undici') as typeof Undici;
}
