import ignore, { type Ignore } from 'ignore';
import { isWithin, nameOf, parentOf } from './paths';

/** What `.gitignore` files say, each for what lies below its directory. */
export interface IgnoreRules {
  /** Adds the text of the `.gitignore` of a directory; those of directories above have to come first. */
  add(directory: string, text: string): void;
  /** Whether git leaves a path out: by its own name, or because a directory above it is left out. */
  isIgnored(path: string, kind: 'file' | 'directory'): boolean;
}

/** Directories that nobody commits, whether a rule says so or not. */
const NEVER_COMMITTED = new Set(['node_modules', '.git']);

/** Rules of a tree whose topmost directory is given; nothing above it is looked at. */
export function createIgnoreRules(top: string): IgnoreRules {
  const rules = new Map<string, Ignore>();
  const known = new Map<string, boolean>([[top, false]]);
  const isIgnoredDirectory = (directory: string): boolean => {
    if (!isWithin(top, directory)) return false;
    let ignored = known.get(directory);
    if (ignored === undefined) known.set(directory, (ignored = isIgnored(directory, 'directory')));
    return ignored;
  };
  const isIgnored = (path: string, kind: 'file' | 'directory'): boolean => {
    const parent = parentOf(path);
    if (isIgnoredDirectory(parent) || NEVER_COMMITTED.has(nameOf(path))) return true;
    return isWithin(top, parent) && ruleFor(path, kind === 'directory' ? '/' : '', rules);
  };
  return {
    add: (directory, text) => {
      known.clear();
      known.set(top, false);
      rules.set(directory, ignore({ ignorecase: false }).add(text.replace(/^\uFEFF/, '')));
    },
    isIgnored,
  };
}

/** The nearest file that says anything decides. */
function ruleFor(path: string, suffix: string, rules: ReadonlyMap<string, Ignore>): boolean {
  if (rules.size === 0) return false;
  for (let directory = parentOf(path); ; directory = parentOf(directory)) {
    const rule = rules.get(directory);
    if (rule !== undefined) {
      const relative = path.slice(directory === '/' ? 1 : directory.length + 1);
      const { ignored, unignored } = rule.test(relative + suffix);
      if (ignored || unignored) return ignored;
    }
    if (directory === '/') return false;
  }
}
