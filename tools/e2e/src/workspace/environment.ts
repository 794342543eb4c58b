import { join } from 'node:path';

/** Where Nx keeps its state: below the workspace, so that nothing is shared with another one and all of it goes with it. */
export const CACHE_DIRECTORY = '.nx/cache';

// Variables of the run that these tests are part of would lead the runs in the workspace astray.
const INHERITED_STATE =
  /^(?:CI|GITHUB_ACTIONS|NX_.*|INIT_CWD|TS_NODE_PROJECT|NODE_ENV|NODE_OPTIONS|JEST_.*|FORCE_COLOR|SOURCE_DATE_EPOCH)$|^npm_(?!config_(?:registry|cache|userconfig|globalconfig)$)/;

/** The environment of every program that runs in the workspace. */
export function environment(workspace: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !INHERITED_STATE.test(name));
  return {
    ...Object.fromEntries(inherited),
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NX_CACHE_DIRECTORY: join(workspace, CACHE_DIRECTORY),
    NX_WORKSPACE_DATA_DIRECTORY: join(workspace, '.nx/data'),
    NO_COLOR: '1',
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  };
}
