import { type Derivation, type Finding, success } from '@fixpoint/model';

/** Configuration of the derivation that the engine's tests run. */
export interface LettersConfig {
  /** Paths below `out/` that are kept even if nothing derives them. */
  readonly kept?: readonly string[];
}

/** Texts by name, read from `in/<name>`. */
export type Letters = ReadonlyMap<string, string>;

/** Derives `out/<name>` from each `in/<name>`: its text in capitals. Captures go to `raw/<name>`. */
export const LETTERS: Derivation<LettersConfig, Letters> = {
  id: 'letters',
  summary: 'capitals of every input',
  owns: () => ['out/*'],
  keeps: (_facts, config, path) => config.kept?.includes(path) ?? false,
  async collect(ports) {
    const paths = await ports.files.list(['in/*']);
    const texts = await Promise.all(paths.map((path) => ports.files.readText(path)));
    return success(new Map(paths.map((path, index) => [path.slice('in/'.length), texts[index] ?? ''])));
  },
  derive: (facts) =>
    success([...facts].map(([name, text]) => ({ path: `out/${name}`, text: text.toUpperCase() }))),
  check: (facts) => [...facts].flatMap(([name, text]) => (text.includes('!') ? [shoutFinding(name)] : [])),
  captures: (facts) => [...facts].map(([name, text]) => ({ path: `raw/${name}`, text })),
  fix: (root, version) => `letters --root ${root}${version === undefined ? '' : ` --version ${version}`}`,
};

function shoutFinding(name: string): Finding {
  return {
    id: 'letters/shout',
    severity: 'error',
    message: 'an input shouts',
    file: `in/${name}`,
    fix: `edit in/${name}`,
  };
}
