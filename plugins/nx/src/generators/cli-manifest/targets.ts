import type { CliManifestGeneratorOptions } from './options';

const PLATFORMS: Readonly<Record<string, readonly string[]>> = {
  linux: ['linux'],
  macos: ['darwin', 'macos', 'apple', 'osx', 'mac'],
  windows: ['win32', 'windows', 'win'],
};

/** The `targets` of a marker: the first is required; platforms follow from the names unless they are given. */
export function toTargets(
  { targets = ['linux-x64'], asset = [] }: CliManifestGeneratorOptions,
  binary: object | undefined,
): Record<string, object> {
  const assets = new Map(asset.map((entry) => splitAt(entry, 'asset')));
  const names = targets.map((entry) => entry.split('=')[0] ?? '');
  for (const target of assets.keys()) {
    if (!names.includes(target))
      throw new Error(`asset: there is no target ${target}; there are ${names.join(', ')}`);
  }
  return Object.fromEntries(
    targets.map((entry, index) => {
      const [name = '', platform = platformOf(name)] = entry.split('=');
      const pinned = assets.get(name);
      const target = {
        platform,
        ...(index === 0 ? { required: true } : {}),
        ...(pinned === undefined ? {} : { asset: pinned }),
        ...(binary === undefined ? {} : { binary }),
      };
      return [name, target];
    }),
  );
}

function platformOf(target: string): string {
  const words = target.toLowerCase().split(/[^a-z0-9]+/);
  const [platform] = Object.keys(PLATFORMS).filter((name) =>
    PLATFORMS[name]?.some((word) => words.includes(word)),
  );
  if (platform !== undefined) return platform;
  throw new Error(
    `targets: the name ${target} does not say its platform: write ${target}=<linux|macos|windows>`,
  );
}

function splitAt(entry: string, option: string): [string, string] {
  const at = entry.indexOf('=');
  if (at < 1) throw new Error(`${option}: ${JSON.stringify(entry)} has to be <target>=<asset>`);
  return [entry.slice(0, at), entry.slice(at + 1)];
}
