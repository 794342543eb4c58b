import { formatFiles, readNxJson, updateNxJson, type NxJsonConfiguration, type Tree } from '@nx/devkit';
import { PLUGIN_NAMES } from '../registered-options';

/** Options of the `init` generator. */
export interface InitGeneratorOptions {
  readonly skipFormat?: boolean;
}

const PLUGIN = '@fixpoint/nx/plugin';
const IGNORED = ['raw_help/', '.fixpoint/'];

/**
 * What `nx add @fixpoint/nx` runs: registers the plugin unless it is there and ignores what is never committed (captured help
 * pages, acquired binaries). Running it again changes nothing.
 */
export async function initGenerator(tree: Tree, options: InitGeneratorOptions): Promise<void> {
  const nxJson: NxJsonConfiguration = readNxJson(tree) ?? {};
  if (!isRegistered(nxJson)) {
    updateNxJson(tree, { ...nxJson, plugins: [...(nxJson.plugins ?? []), { plugin: PLUGIN, options: {} }] });
  }
  ignore(tree);
  if (!options.skipFormat) await formatFiles(tree);
}

// The package's main entry is the same plugin; registered under both names it would run twice.
function isRegistered({ plugins }: NxJsonConfiguration): boolean {
  const names = (plugins ?? []).map((entry) => (typeof entry === 'string' ? entry : entry.plugin));
  return names.some((name) => PLUGIN_NAMES.includes(name));
}

function ignore(tree: Tree): void {
  const current = tree.exists('.gitignore') ? (tree.read('.gitignore', 'utf-8') ?? '') : '';
  const lines = current.split(/\r?\n/).map((line) => line.trim());
  const missing = IGNORED.filter((pattern) => !lines.includes(pattern));
  if (missing.length === 0) return;
  const separator = current === '' || current.endsWith('\n') ? '' : '\n';
  tree.write('.gitignore', `${current}${separator}${missing.join('\n')}\n`);
}
